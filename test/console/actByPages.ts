import type { Locator } from 'playwright-core';
import { changePerson, go, type UnderTest } from './pagesUnderTest';

/** What somebody fills in: by the field's words, as they stand on the page. */
export class FormOnPage {
  constructor(private readonly under: UnderTest) {}

  private get form(): Locator {
    return this.under.page.locator('form.card');
  }

  async write(label: string, text: string): Promise<void> {
    await this.form.getByLabel(label).first().fill(text);
  }

  /** One of a closed list: buttons where they are few, else a list that opens. */
  async choose(label: string, option: string): Promise<void> {
    const group = this.form.getByRole('radiogroup', { name: label });
    const box = this.form.getByRole('combobox', { name: label });
    await group.or(box).first().waitFor();
    if ((await group.count()) > 0) {
      await group.first().getByRole('radio', { name: option, exact: true }).check();
      return;
    }
    await box.click();
    await this.under.page.locator('.ant-select-item-option', { hasText: option }).first().click();
  }

  async people(label: string, ids: readonly string[]): Promise<void> {
    const box = this.form.getByRole('combobox', { name: label });
    for (const id of ids) {
      await box.fill(id);
      await this.under.page.locator('.ant-select-item-option', { hasText: id }).first().click();
    }
    await this.under.page.keyboard.press('Escape');
  }

  async photo(name: string): Promise<void> {
    const buffer = Buffer.from(`photo ${name}`);
    await this.under.page.getByLabel('选择照片或文件').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await this.under.page.getByText(/^指纹 sha256：/).waitFor();
  }
}

/** Somebody opens the case, takes the act that it offers them, fills its form in and sends it: nothing but the pages. */
export class ByPages {
  private who: string | null = null;
  private readonly form: FormOnPage;

  constructor(
    private readonly under: UnderTest,
    private readonly caseId: string,
  ) {
    this.form = new FormOnPage(under);
  }

  async act(person: string, label: string, fill: (form: FormOnPage) => Promise<void> = async () => {}): Promise<void> {
    const { page } = this.under;
    if (this.who !== person) {
      await changePerson(this.under, person, `/cases/${this.caseId}`);
      this.who = person;
    } else await go(this.under, `/cases/${this.caseId}`);
    await page.locator('.acts').getByRole('link', { name: label, exact: true }).click();
    await page.getByRole('heading', { name: label, exact: true }).waitFor();
    await fill(this.form);
    await page.locator('button[type=submit]').click();
    await page.getByText(`已提交：${label}`).waitFor();
  }
}
