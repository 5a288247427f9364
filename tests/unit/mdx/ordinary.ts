/** Texts as editors write them; every one compiles. */
export const ordinary: readonly string[] = [
  `庁舎を移すときは、**半年前**に業者を決めます。詳しくは[総務省](https://www.soumu.go.jp/)と[関連](/q/k7mq2pzd/)へ。

## 段取り

1. 区割り表を作る
2. 養生の範囲を決める
   - エレベーター
   - 廊下

### 数えるもの

| 対象 | 数 | 担当 |
| :-- | --: | :-: |
| 机 | 120 | ｜庶務《しょむ》 |
| 書架 | 40 | 文書 |
`,
  `<Note title="覚えておく">

電話の切替は*工事の二週間前*までに申し込みます。

</Note>

<Steps>

1. 申し込む
2. 立ち会う

</Steps>

<Checklist title="前日">

- [ ] 鍵
- [x] 名札

</Checklist>
`,
  `接種会場では案内の人数が要ります[^1]。

> 列は**一方通行**にします。

<Caution>一行の注意</Caution>

<Quote source="会場の手引き">

入口と出口を分ける。

</Quote>

~~電話~~ネットで予約。連絡は \`内線 100\`。

[^1]: 最初の一時間は多めに置きます。
`,
  `<Figure src="/images/hall.png" alt="会場の見取り図" caption="入口は南側" width="640" height="480" />

![受付の並び](/media/desk.webp)

\`\`\`
08:30 集合
09:00 開場
\`\`\`

---

最後の行\\
二行目
`,
];
