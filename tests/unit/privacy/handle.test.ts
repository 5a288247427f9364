import { expectCases } from './expect-cases.ts';

expectCases('handle', {
  ok: [
    ['a mail address', 'taro@city.lg.jp'],
    ['a package', '@astrojs/mdx を入れます'],
    ['a place', '勉強会＠オンライン、交流会@岐阜'],
    ['everybody', '@here @channel @all'],
    ['a style sheet', '@media print'],
    ['the end of a mail address', '@city.lg.jp のメールだけ'],
    ['the sign itself', '@マークを使う'],
    ['a unit price', '@500円'],
    ['inside an address on the web', 'https://social.example.jp/@someone'],
    ['a channel of Slack', '<#C123ABC|general>'],
    ['the word', 'アカウント名は書きません。LINEのIDは不要です。'],
  ],
  ng: [
    ['a handle', '@taro_gifu さんより', '@taro_gifu'],
    ['full width', '＠taro_gifu', '＠taro_gifu'],
    ['a mention exported from Slack', '<@U0123ABC> ありがとう', '<@U0123ABC>'],
    ['a mention with its name', '<@U0123ABC|taro>', '<@U0123ABC|taro>'],
    ['a mention exported from Discord', '<@!123456789>', '<@!123456789>'],
    ['LINE', 'LINE ID：taro1234', 'taro1234'],
    ['an account said in words', 'インスタのアカウントはtaro_gifu', 'taro_gifu'],
    ['a mention in Japanese', '@山田太郎 資料ありがとう', '@山田太郎', 'likely'],
  ],
});
