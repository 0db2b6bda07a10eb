/** Something was asked that can't be answered; in Chinese, with what to do. */
export class BadQuestion extends Error {
  override readonly name = 'BadQuestion';
}
