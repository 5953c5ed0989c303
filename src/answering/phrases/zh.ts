import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string => `本论文库（${papers} 篇）中没有能回答这个问题的内容。`;

/** {@link Phrases} in simplified Chinese; people are called “你”. */
export const zh: Phrases = {
  quoted: (text) => `“${text}”`,
  aside: (text) => `（${text}）`,
  separators: { titles: "；", words: "、" },

  refusal,
  refusalNear: (papers, titles) => `${refusal(papers)}最接近的标题如下，但未必符合：${titles}。`,
  notStated: {
    abstract: (title, asked, said) => `符合的论文是“${title}”。它的摘要没有说明你问的内容${asked}。其中写道：${said}`,
    digest: (title, asked, said) =>
      `符合的论文是“${title}”。我们为它写的概要（摘要未收录）没有说明你问的内容${asked}。其中写道：${said}`,
  },
  onlyTitleFits: (title) => `符合的论文是“${title}”，但这里只有它的标题。`,
  onlyTitleKnown: (title) => `这里只有“${title}”的标题。`,

  tooLong: (length, limit) => `这段文字有 ${length} 个字符，请把问题控制在 ${limit} 个字符以内。`,
  noWords: "这里面没有文字。请就某篇论文或某个主题提问。",
  aboutUs: (papers) =>
    `我回答关于本库 ${papers} 篇论文的问题，每个论断都附有脚注。请就某篇论文、某个主题或某个数据提问。`,

  statesNone: { abstract: "摘要中未提及。", digest: "我们的概要中未提及。" },
  figuresAbove: (heading) => `见上文“${heading}”。`,
  howManyToCompare: (fewest, most) => `请给出 ${fewest} 到 ${most} 篇要比较的论文。`,
  unknownTitle: (title) => `本库中没有名为“${title}”的论文。`,
  namedTwice: (title) => `“${title}”出现了两次，请给出不同的论文来比较。`,

  noModel: {
    unreachable: "目前无法连接语言模型",
    slow: "语言模型用时过长",
    busy: "语言模型目前请求过多",
    unavailable: "语言模型目前不可用",
    unreadable: "语言模型没有给出可读的回答",
    "over-budget": "语言模型今天的预算已用完",
  },
  because: (reason) => `${reason}。`,
  ownSentences: (reason) => `${reason}，你看到的是论文中的原句。`,
  notProved: "语言模型的回答无法由论文证实，你看到的是论文中的原句。",
  brokeOff: "语言模型在此处中断。",
  cutOff: "回答过长，在此处截断。",
  stopped: "回答在此处被停止。",
};
