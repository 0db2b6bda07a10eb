import type { Values } from '../shared/form/Schema';

const RESIDENT = /^\d{17}[\dX]$/;
const RESIDENT_CHECKS = '10X98765432';
const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PHONE = /^(?:(?:\+?86)?1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8}|\+\d{6,15})$/;

/** What looks mistyped in a party's numbers, by the field's name. Only said and never refused: a foreigner's papers follow other rules. */
export function oddNumbers({ idNumber, phone }: Values): Readonly<Record<string, string>> {
  const [id, tel] = [idNumber, phone].map((value) => (typeof value === 'string' ? value.replaceAll(' ', '') : ''));
  return {
    ...(id === undefined || id === '' || isResident(id.toUpperCase()) || isCredit(id.toUpperCase())
      ? {}
      : { idNumber: '不是有效的身份证号或统一社会信用代码，请核对；护照等其他证件不受此限。' }),
    ...(tel === undefined || tel === '' || PHONE.test(tel) ? {} : { phone: '不像电话号码，请核对。' }),
  };
}

/** GB 11643: the last of eighteen places checks the others. */
function isResident(id: string): boolean {
  const sum = [...id.slice(0, 17)].reduce((before, digit, at) => before + Number(digit) * (2 ** (17 - at) % 11), 0);
  return RESIDENT.test(id) && id.at(17) === RESIDENT_CHECKS.at(sum % 11);
}

/** GB 32100: the same, in base 31. */
function isCredit(id: string): boolean {
  const values = [...id].map((sign) => CREDIT_SIGNS.indexOf(sign));
  const sum = values.slice(0, 17).reduce((before, value, at) => before + value * (3 ** at % 31), 0);
  return values.length === 18 && !values.includes(-1) && values.at(17) === (31 - (sum % 31)) % 31;
}
