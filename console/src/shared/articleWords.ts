export interface Article {
  readonly statute: string;
  readonly article: string;
}

export const articleWords = ({ statute, article }: Article): string => `《${statute}》${article}`;
