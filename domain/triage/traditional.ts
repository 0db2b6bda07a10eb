// Only characters that words of the catalogue are written with: reports by visitors from Hong Kong, Macau and
// Taiwan should be found, which needs no whole conversion table. Both strings run side by side.
const TRADITIONAL =
  '佔經營攤販違規設築樓頂蓋煙燒聲車輛運輸滿門擺貨亂廢棄個無證許場處罰農開墾採礦盜樹綠廣貼張傳單鎮鄉區劃懷遠觀勝興復學會導遊覽團購價強網廳戲機顯賓館飯體養雞鴨豬糞溝壩閘電纜線橋邊護欄標誌載駛戶臨時圍牆擋塵擾間業約佈橫閉氣險災壓損壞歷蹟劉國墳礙產權轉讓賣';
const SIMPLIFIED =
  '占经营摊贩违规设筑楼顶盖烟烧声车辆运输满门摆货乱废弃个无证许场处罚农开垦采矿盗树绿广贴张传单镇乡区划怀远观胜兴复学会导游览团购价强网厅戏机显宾馆饭体养鸡鸭猪粪沟坝闸电缆线桥边护栏标志载驶户临时围墙挡尘扰间业约布横闭气险灾压损坏历迹刘国坟碍产权转让卖';

export const TO_SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, i) => [character, SIMPLIFIED[i] ?? character] as const),
);
