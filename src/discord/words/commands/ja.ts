import type { CommandWords } from "./command-words.ts";

const DAY = "2024、2024-05、2024-05-13 など";
const TITLE = "論文のタイトル（うろ覚えでもかまいません）";

/** {@link CommandWords} in Japanese. */
export const ja = {
  ask: {
    name: "ask",
    description: "機械学習の論文について質問します。すべての主張に脚注が付きます",
    options: {
      question: { name: "question", description: "質問（ご自分の言葉で）" },
      private: { name: "private", description: "回答を自分だけに表示します" },
    },
  },
  find: {
    name: "find",
    description: "検索語に最も合う論文を一覧にします",
    options: {
      query: { name: "query", description: "論文の内容" },
      since: { name: "since", description: `この日以降の論文のみ：${DAY}` },
      until: { name: "until", description: `この日以前の論文のみ：${DAY}` },
      hasCode: { name: "has-code", description: "コードへのリンクがある論文のみ" },
    },
  },
  paper: {
    name: "paper",
    description: "論文について分かっていることを表示します",
    options: { title: { name: "title", description: TITLE } },
  },
  summary: {
    name: "summary",
    description: "論文、またはトピックについて論文集に書かれていることを要約します",
    options: {
      target: { name: "target", description: "論文のタイトル、またはトピック" },
      length: { name: "length", description: "長さ（指定しなければ1段落）" },
    },
    choices: { short: "1文", standard: "1段落", plain: "やさしい言葉で" },
  },
  compare: {
    name: "compare",
    description: "2〜4件の論文を並べて比較します：課題、手法、結果、数値",
    options: {
      first: { name: "first", description: TITLE },
      second: { name: "second", description: TITLE },
      third: { name: "third", description: TITLE },
      fourth: { name: "fourth", description: TITLE },
    },
  },
  related: {
    name: "related",
    description: "ある論文に最も近い論文を一覧にします",
    options: { title: { name: "title", description: TITLE } },
  },
  settings: { name: "settings", description: "このサーバーの設定：チャンネル、非公開、スレッド、上限" },
  privacy: { name: "privacy", description: "あなたについて保存しているものと、その消し方" },
  about: { name: "about", description: "Footnote が知っているもの、その時点" },
  help: { name: "help", description: "Footnote でできること" },
} satisfies CommandWords;
