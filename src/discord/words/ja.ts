import { ja as commands } from "./commands/ja.ts";
import { ja as panels } from "./panels/ja.ts";
import type { Words } from "./words.ts";

/** {@link Words} in Japanese, in です・ます. */
export const ja: Words = {
  locale: "ja",
  tag: "ja",
  commands,
  panels,
  quoted: (text) => `「${text}」`,
  comma: "、",
  untitled: "無題",

  buttons: {
    sources: "出典",
    followUp: "続けて質問",
    stop: "停止",
    summary: "要約",
    related: "関連論文",
    previous: "前へ",
    next: "次へ",
    link: { code: "コード", "project page": "プロジェクトページ", "search arXiv": "arXivで検索" },
  },
  placeholders: {
    open: "論文を開く",
    openNearby: "近い論文を開く",
    otherTitles: "これではない場合：ほかのタイトル",
  },
  optionNotes: {
    citedAs: (number) => `[${number}] として引用`,
    mayNotFit: "合わない可能性あり",
    seeAlso: "関連",
  },
  choices: { topic: (topic) => `トピック：${topic}` },
  modals: {
    followUp: {
      title: "続けて質問",
      label: "質問",
      description: "この回答の続きになります。「それ」は話題になっていたものを指します。",
    },
  },

  headings: {
    summary: (of) => `要約：${of}`,
    comparison: (of) => `比較：${of}`,
    sources: "出典",
    papersOn: (query) => `${query}の論文`,
    papersNear: (title) => `「${title}」に近い論文`,
  },
  from: { abstract: "要旨より", digest: "当ボットのダイジェストより" },
  origins: {
    abstract: "要旨より：著者自身の言葉です",
    digest: "当ボットのダイジェストより：著者ではなく当ボットの言葉です",
  },
  links: {
    code: "コード",
    "project page": "プロジェクトページ",
    "search arXiv": "arXivで検索",
    none: "リンクなし",
  },
  smallPrint: {
    followUp: {
      reply: "続けて質問するには、ボタンを押すか、私をメンションするか、メンションをオンにして返信してください。",
      mention: "続けて質問するには、ボタンを押すか、私をメンションしてください。",
      button: "続けて質問するには、ボタンを押してください。",
      direct: "続けて質問するには、そのまま書いてください。",
    },
    model: (name) => `言語モデル：${name}。すべての文を論文と照合しています。`,
    writing: "まだ書いています…",
    writingMore: "まだ書いています… 続きは書き終わってから表示します。",
  },
  lists: {
    papers: (count) => `${count}件の論文`,
    bestMatches: (count) => `上位${count}件`,
    nearest: (count) => `近いもの${count}件`,
    page: (number, of) => `${number}/${of}ページ`,
    fromDigest: "文は当ボットのダイジェストより",
    undated: (count) => `日付不明の${count}件を除外`,
    since: (day) => `${day}以降`,
    until: (day) => `${day}以前`,
    withCode: "コードあり",
    none: (query) => `${query}に合う論文はありません。`,
    noneButUndated: (query, undated) => `${query}に合う論文はありません（日付不明の${undated}件は除外しました）。`,
    noneNear: "この論文に近い論文はほかにありません。",
  },
  card: {
    authors: (count) => `著者${count}名`,
    onlyTitle: "この論文は、ここではタイトルしか分かりません。",
    closest: (typed) => `「${typed}」に最も近いタイトルです。`,
  },
  help: {
    about: (papers) =>
      `この論文集にある機械学習の論文${papers}件について、質問にお答えします。すべての主張に脚注が付きます。` +
      "ここに答えがないときは、そうお伝えします。",
    ways: [
      "- 質問を添えて**メンション**するか、メンションをオンにして私のメッセージに**返信**するか、**ダイレクトメッセージ**を送ってください。",
      "- `/ask` は質問に答えます。`private` を付けると、回答はあなただけに表示されます。",
      "- `/find` は論文を一覧にします。日付やコードの有無で絞り込めます。",
      "- `/paper` は論文について分かっていることを表示します。タイトルはうろ覚えでもかまいません。",
      "- `/summary` は論文、またはトピックについて論文集に書かれていることを、1文、1段落、またはやさしい言葉で要約します。",
      "- `/compare` は2〜4件の論文を並べて比較します。",
      "- `/related` は、ある論文に最も近い論文を一覧にします。",
    ].join("\n"),
    buttons:
      "回答の下の**出典**は、各脚注の元の文と、それが著者の要旨と当ボットのダイジェストのどちらから来たかを表示します。" +
      "**続けて質問**は、その回答の続きを質問できます。**停止**は書きかけの回答を終わらせます。" +
      "それまでに裏付けられた部分は残ります。",
    memory:
      "続けての質問を理解するために、チャンネルごとに直近5つの質問と私の回答を覚えています。" +
      "期間の確認と消去は `/privacy` でできます。",
  },
  waiting: { place: (place) => `ご質問は順番待ちの${place}番目です。回答はここに届きます。` },
  hints: {
    mention:
      "機械学習の論文について質問してください。質問を添えて私をメンションするか、/ask を使ってください。詳しくは /help をご覧ください。",
    direct: "機械学習の論文について質問してください。質問をそのまま書くだけです。詳しくは /help をご覧ください。",
    reply:
      "その返信には、私に見える言葉がありません。回答の下の「続けて質問」を押すか、質問を添えて私をメンションしてください。",
  },
  refusals: {
    unknownCommand: "このコマンドはもう使えません。使えるコマンドは /help をご覧ください。",
    unknownControl: "これが何のためのものか、もう分かりません。できることは /help をご覧ください。",
    chooseFromMenu: "メニューから論文を選んでください。",
    forgottenAnswer: "この回答はもう覚えていません。/ask で、論文やトピックの名前を挙げて質問し直してください。",
    forgottenSources: "この回答の元の文はもう覚えていません。もう一度質問していただければ表示します。",
    forgottenList: "この一覧はもう覚えていません。ページをめくるには、コマンドをもう一度実行してください。",
    paperGone: "この論文はもう論文集にありません。",
    noSuchTitle: (typed) => `この論文集に「${typed}」に似たタイトルはありません。`,
    noDay: (option) => `${option} には、2024-05-13、2024-05、2024 のように年月日、年月、または年を指定してください。`,
    daysSwapped: (since, until) =>
      `since（${since}）が until（${until}）より後になっています。両方を満たす論文はありません。`,
    busy: "ここでのこれまでの質問にまだ取り組んでいます。回答が出てから、もう一度質問してください。",
    queueFull: "ただいま順番待ちの質問が多すぎます。1分ほどしてからもう一度質問してください。",
    privateToOther: "この回答は、質問した人だけのものです。",
    interrupted: "中断されました。もう一度質問してください。",
    notServed: "このサーバーでは質問にお答えしていません。",
    limited: {
      "person-hour": (wait) => `このサーバーでのこの1時間の回答数の上限に達しました。次の回答まであと${wait}です。`,
      "server-hour": (wait) => `このサーバー全体のこの1時間の回答数の上限に達しました。次の回答まであと${wait}です。`,
      "person-day": (wait) => `今日の回答数の上限に達しました。次の回答まであと${wait}です。`,
      "everybody-day": (wait) => `今日お答えできる数の上限に達しました。次の回答まであと${wait}です。`,
    },
    tookTooLong: "時間がかかりすぎたため中止しました。もう少し簡単な質問で、もう一度お試しください。",
    restarting: "再起動のため、最後までお答えできませんでした。1分ほどしてからもう一度質問してください。",
    stopped: "停止しました。",
    stopNotTheirs: "この回答を停止できるのは、質問した人だけです。",
    stopTooLate: "この回答はもう書き終わっています。",
    failed:
      "うまくいきませんでした。必要なものが今は使えません。理由は管理者がログで確認できます。" +
      "数分ほどしてからもう一度お試しください。",
    unexpected: (id) => `予期しない問題が起きました。繰り返し起こる場合は、番号 ${id} を添えて報告してください。`,
  },
};
