/**
 * Decap's script with what it says in English on its own, beside its table of words: for choosing in lists, for sorting
 * by keyboard, for lists in the title of a folded item, and for a part that could not be drawn; with the desk's search
 * in the place of its own; and without the accident of an entry that is not there. Throws where a place is not found as
 * often as it was when this was written, so that a new Decap is looked at.
 */
export function putWordsIntoDecap(script: string): string {
  return places.reduce((text, { find, times, put }) => {
    const found = text.split(find).length - 1;
    if (typeof find !== 'string') return replaceAll(text, find, times, put);
    if (found !== times) throw new Error(`Decap says “${find}” ${found} times, not ${times}.`);
    return text.replaceAll(find, () => put);
  }, script);
}

function replaceAll(text: string, find: RegExp, times: number, put: string): string {
  const found = text.match(find)?.length ?? 0;
  if (found !== times) throw new Error(`Decap holds “${find.source}” ${found} times, not ${times}.`);
  return text.replace(find, put);
}

const name = String.raw`[\w$]+`;

const places: readonly Place[] = [
  // Lists to choose from.
  { find: '"No options"', times: 2, put: '"選べるものがありません"' },
  { find: '"Select..."', times: 1, put: '"選んでください"' },
  { find: '?"Loading...":', times: 1, put: '?"読み込んでいます…":' },
  {
    find: 'loadingMessage:function(){return"Loading..."}',
    times: 1,
    put: 'loadingMessage:function(){return"読み込んでいます…"}',
  },
  {
    find: '"Use Up and Down to choose options, press Enter to select the currently focused option, press Escape to exit the menu"',
    times: 1,
    put: '"上下のキーで選び、Enterで決めます。Escapeで閉じます"',
  },
  { find: '", press Tab to select the option and exit the menu"', times: 1, put: '"。Tabでも決められます"' },
  {
    find: new RegExp(
      String.raw`"Select"," is focused "\)\.concat\((${name})\?",type to refine list":"",", press Down to open the menu, "\)\.concat\((${name})\?" press left to focus selected values":""\)`,
      'g',
    ),
    times: 1,
    put: '"選ぶ欄","。").concat($1?"文字を入れると絞り込めます。":"","下のキーで一覧を開きます。").concat($2?"左のキーで、選んだものに移ります。":"")',
  },
  {
    find: '"Use left and right to toggle between focused values, press Backspace to remove the currently focused value"',
    times: 1,
    put: '"左右のキーで移り、Backspaceで外します"',
  },
  {
    find: new RegExp(String.raw`"option "\.concat\((${name}),", deselected\."\)`, 'g'),
    times: 1,
    put: '"".concat($1,"を外しました。")',
  },
  { find: '"All selected options have been cleared."', times: 1, put: '"選んだものをすべて外しました。"' },
  {
    find: new RegExp(
      String.raw`"option"\.concat\((${name})\.length>1\?"s":""," "\)\.concat\(\1\.join\(","\),", selected\."\)`,
      'g',
    ),
    times: 1,
    put: '"".concat($1.join("、"),"を選んでいます。")',
  },
  {
    find: new RegExp(
      String.raw`"option "\.concat\((${name}),(${name})\?" is disabled\. Select another option\.":", selected\."\)`,
      'g',
    ),
    times: 1,
    put: '"".concat($1,$2?"は選べません。":"を選びました。")',
  },
  { find: new RegExp(String.raw`\+1," of "\)\.concat`, 'g'), times: 1, put: '+1,"/").concat' },
  {
    find: new RegExp(String.raw`"value "\.concat\((${name})," focused, "\)`, 'g'),
    times: 1,
    put: '"".concat($1,"、")',
  },
  { find: '?" disabled":"",', times: 1, put: '?"（選べません）":"",' },
  { find: '?" selected":"")', times: 1, put: '?"（選択中）":"")' },
  {
    find: new RegExp(String.raw`\?" for search term "\+(${name}):"","\."\)`, 'g'),
    times: 1,
    put: '?"（"+$1+"）":"","。")',
  },
  {
    find: new RegExp(String.raw`"".concat\((${name})," result"\)\.concat\(1!==\1\?"s":""," available"\)`, 'g'),
    times: 1,
    put: '"".concat($1,"件あります")',
  },
  {
    find: new RegExp(String.raw`"Remove "\.concat\((${name})\|\|"option"\)`, 'g'),
    times: 1,
    put: '"".concat($1||"選んだもの","を外す")',
  },
  // Lists whose items can be moved.
  {
    find: new RegExp(String.raw`\\n {4}To pick up a draggable item.*?press escape to cancel\.\\n  `, 'g'),
    times: 1,
    put: 'スペースキーで持ち上げ、矢印のキーで動かし、もう一度スペースキーで置きます。Escapeで取りやめます。',
  },
  {
    find: new RegExp(String.raw`"Picked up draggable item "\+${name}\.id\+"\."`, 'g'),
    times: 1,
    put: '"持ち上げました。"',
  },
  {
    find: new RegExp(
      String.raw`"Draggable item "\+${name}\.id\+" was moved over droppable area "\+${name}\.id\+"\."`,
      'g',
    ),
    times: 1,
    put: '"置ける場所の上にあります。"',
  },
  {
    find: new RegExp(String.raw`"Draggable item "\+${name}\.id\+" is no longer over a droppable area\."`, 'g'),
    times: 1,
    put: '"置ける場所の外です。"',
  },
  {
    find: new RegExp(String.raw`"Draggable item "\+${name}\.id\+" was dropped over droppable area "\+${name}\.id`, 'g'),
    times: 1,
    put: '"ここに置きました。"',
  },
  {
    find: new RegExp(String.raw`"Dragging was cancelled\. Draggable item "\+${name}\.id\+" was dropped\."`, 'g'),
    times: 1,
    put: '"取りやめました。元の場所にあります。"',
  },
  {
    find: new RegExp(String.raw`"Draggable item "\+${name}\.id\+" was dropped\."`, 'g'),
    times: 1,
    put: '"元の場所に置きました。"',
  },
  { find: 'roleDescription:"sortable"', times: 1, put: 'roleDescription:"並べ替えられるもの"' },
  // The title of a folded item: a list of words is read as one, and an item without words has no name of a field.
  {
    find: new RegExp(String.raw`("slug"===${name}\?${name}:)(${name}\.getIn\(${name}\(${name}\),""\))`, 'g'),
    times: 1,
    put: '$1(value=>value&&typeof value.join==="function"?value.join("、"):value)($2)',
  },
  {
    find: new RegExp(String.raw`\`No \$\{${name}\.get\("name"\)\}\``, 'g'),
    times: 1,
    put: '"（まだ言葉がありません）"',
  },
  // The search among entries is the desk's own, see `cms/admin/lists/find-entries.ts`.
  {
    find: new RegExp(
      String.raw`async search\((${name}),(${name})\)\{(?=const ${name}=\[\],${name}=\1\.map\(async)`,
      'g',
    ),
    times: 1,
    put: 'async search($1,$2){if(window.findListed)return{entries:(await window.findListed($1.map(part=>part.get("name")),$2)).flatMap(({collection,row})=>this.processEntries([row],$1.find(part=>part.get("name")===collection)))};if(window.findEntries)return{entries:window.findEntries((await Promise.all($1.map(part=>this.listAllEntries(part)))).flat(),$2)};',
  },
  // Lists come in pages, see `cms/admin/backend/kenjinkai-backend.ts`, also when they are sorted, filtered and grouped.
  {
    find: 'Symbol("cursor key for compatibility with old backends")',
    times: 1,
    put: 'Symbol.for("cursor key for compatibility with old backends")',
  },
  {
    find: new RegExp(
      String.raw`(const (${name})=${name}\(${name}\.config\),${name}=${name}\(${name},${name}\.get\("name"\),"listEntries"\),(${name})=${name}\?${name}\(${name}\.integrations,\2\.getToken,${name}\):\2;)return await \3\.listAllEntries\((${name})\)`,
      'g',
    ),
    times: 1,
    put: '$1if(!window.findListed)return await $3.listAllEntries($4);const page=await $3.listEntries($4);return Object.assign(page.entries,{cursor:page.cursor})',
  },
  {
    find: new RegExp(
      String.raw`return (${name})\.deleteIn\(\["cursorsByType","collectionEntries",(${name})\.payload\.collection\]\)`,
      'g',
    ),
    times: 1,
    put: 'return $2.payload.entries.cursor?$1.setIn(["cursorsByType","collectionEntries",$2.payload.collection],$2.payload.entries.cursor.store):$1.deleteIn(["cursorsByType","collectionEntries",$2.payload.collection])',
  },
  // What watches for the end of a list stands in it as an item that nobody hears of.
  {
    find: new RegExp(
      String.raw`this\.hasMore\(\)&&(${name})\((${name}),\{onEnter:this\.handleLoadMore\},(${name})\)`,
      'g',
    ),
    times: 3,
    put: 'this.hasMore()&&$1("li",{"aria-hidden":!0,children:$1($2,{onEnter:this.handleLoadMore},$3)})',
  },
  // A draft of an entry that is published stands with it, on whatever page of the list that is.
  {
    find: new RegExp(String.raw`\.filterNot\((${name})=>(${name})\.has\(\1\.get\("slug"\)\)\)`, 'g'),
    times: 1,
    put: '.filterNot($1=>$1.get("isModification")||$2.has($1.get("slug")))',
  },
  // Of an entry that is not there, or stays on the site, Decap would look for the page with the values of none.
  {
    find: new RegExp(
      String.raw`getDeploy\((${name}),(${name}),(${name})\)\{const (${name})=this\.config\.site_url;if\(\4&&`,
      'g',
    ),
    times: 1,
    put: 'getDeploy($1,$2,$3){const $4=this.config.site_url;if($3?.get("data")&&$4&&',
  },
  {
    find: new RegExp(
      String.raw`async getDeployPreview\((${name}),(${name}),(${name}),(\{maxAttempts:[^{}]*\}=\{\})\)\{if\(`,
      'g',
    ),
    times: 1,
    put: 'async getDeployPreview($1,$2,$3,$4){if(!$3?.get("data")||',
  },
  // A part that could not be drawn: the accident itself stands in the browser's log.
  {
    find: new RegExp(String.raw`errorMessage:(${name})\.stack\|\|\1\.toString\(\)`, 'g'),
    times: 1,
    put: 'errorMessage:"していたことと時刻を、管理者に伝えてください。"',
  },
];

interface Place {
  find: string | RegExp;
  /** How often it stands in the script. */
  times: number;
  put: string;
}
