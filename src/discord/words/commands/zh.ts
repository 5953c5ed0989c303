import type { CommandWords } from "./command-words.ts";

const DAY = "2024、2024-05 或 2024-05-13";
const TITLE = "论文标题，记得多少写多少";

/** {@link CommandWords} in simplified Chinese. */
export const zh = {
  ask: {
    name: "ask",
    description: "就机器学习论文提问，每个论断都附有脚注",
    options: {
      question: { name: "question", description: "你的问题，用自己的话说" },
      private: { name: "private", description: "只有你能看到回答" },
    },
  },
  find: {
    name: "find",
    description: "列出与查询最匹配的论文",
    options: {
      query: { name: "query", description: "论文的内容" },
      since: { name: "since", description: `只要这一天或之后的论文：${DAY}` },
      until: { name: "until", description: `只要这一天或之前的论文：${DAY}` },
      hasCode: { name: "has-code", description: "只要附有代码链接的论文" },
    },
  },
  paper: {
    name: "paper",
    description: "显示一篇论文的已知信息",
    options: { title: { name: "title", description: TITLE } },
  },
  summary: {
    name: "summary",
    description: "总结一篇论文，或本库关于某个主题的内容",
    options: {
      target: { name: "target", description: "论文标题或主题" },
      length: { name: "length", description: "篇幅，不指定则为一段" },
    },
    choices: { short: "一句话", standard: "一段", plain: "通俗易懂" },
  },
  compare: {
    name: "compare",
    description: "并排比较两到四篇论文：问题、方法、结果、关键数据",
    options: {
      first: { name: "first", description: TITLE },
      second: { name: "second", description: TITLE },
      third: { name: "third", description: TITLE },
      fourth: { name: "fourth", description: TITLE },
    },
  },
  related: {
    name: "related",
    description: "列出与某篇论文最接近的论文",
    options: { title: { name: "title", description: TITLE } },
  },
  settings: { name: "settings", description: "本服务器的设置：频道、私密、子区、限额" },
  privacy: { name: "privacy", description: "保存了你的哪些内容，以及如何忘掉" },
  about: { name: "about", description: "Footnote 知道什么，截至何时" },
  help: { name: "help", description: "Footnote 能做什么" },
} satisfies CommandWords;
