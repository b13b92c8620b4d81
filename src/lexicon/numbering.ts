/** A number or sign before a label, which is no part of its words: 一、 （二） 3. 1.1 1-2 ④ ★; 1.5万元 has none. */
export const numbering =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）][、.．]?|\d{1,2}(?:[.．-]\d{1,2}){1,2}[、.．]?(?=\p{Script=Han})|\d{1,2}[、.．)）](?!\d)|[①-⑳]|[*★☆●▲■◆#]+)/u;
