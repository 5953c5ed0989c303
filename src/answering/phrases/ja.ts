import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string => `この論文集（${papers}件）には、その答えになるものがありません。`;

/** {@link Phrases} in Japanese, in です・ます. */
export const ja: Phrases = {
  quoted: (text) => `「${text}」`,
  aside: (text) => `（${text}）`,
  separators: { titles: "、", words: "、" },

  refusal,
  refusalNear: (papers, titles) =>
    `${refusal(papers)}近いタイトルは次のとおりですが、合わないかもしれません：${titles}。`,
  notStated: {
    abstract: (title, asked, said) =>
      `該当する論文は「${title}」です。ご質問の内容${asked}は要旨に書かれていません。書かれている内容：${said}`,
    digest: (title, asked, said) =>
      `該当する論文は「${title}」です。ご質問の内容${asked}は当ボットのダイジェストに書かれていません` +
      `（要旨は収録されていません）。書かれている内容：${said}`,
  },
  onlyTitleFits: (title) => `該当する論文は「${title}」ですが、ここではタイトルしか分かりません。`,
  onlyTitleKnown: (title) => `「${title}」は、ここではタイトルしか分かりません。`,

  tooLong: (length, limit) => `${length}文字あります。${limit}文字以内で質問してください。`,
  noWords: "言葉が含まれていません。論文かトピックについて質問してください。",
  aboutUs: (papers) =>
    `この論文集の${papers}件の論文について、すべての主張に脚注を付けて質問にお答えします。` +
    "論文、トピック、数値について質問してください。",

  statesNone: { abstract: "要旨には記載がありません。", digest: "当ボットのダイジェストには記載がありません。" },
  figuresAbove: (heading) => `上の「${heading}」を参照してください。`,
  howManyToCompare: (fewest, most) => `比較する論文を${fewest}〜${most}件指定してください。`,
  unknownTitle: (title) => `この論文集に「${title}」という論文はありません。`,
  namedTwice: (title) => `「${title}」が2回指定されています。別々の論文を指定してください。`,

  noModel: {
    unreachable: "言語モデルに今は接続できません",
    slow: "言語モデルの応答に時間がかかりすぎました",
    busy: "言語モデルへのリクエストが今は多すぎます",
    unavailable: "言語モデルは今は利用できません",
    unreadable: "言語モデルから読み取れる回答が得られませんでした",
    "over-budget": "言語モデルの本日の予算を使い切りました",
  },
  because: (reason) => `${reason}。`,
  ownSentences: (reason) => `${reason}。表示しているのは論文そのものの文です。`,
  notProved: "言語モデルの回答は論文で裏付けられませんでした。表示しているのは論文そのものの文です。",
  brokeOff: "言語モデルの応答がここで途切れました。",
  cutOff: "回答が長すぎたため、ここで打ち切りました。",
  stopped: "回答はここで停止されました。",
};
