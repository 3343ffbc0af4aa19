import type { LocalText } from './local-text.ts'

/**
 * What this model does not know, for everybody who reads a number of it: the page, the reports and sim/MODEL.md say the
 * same. Sources: the design of the model, and the verdicts on evidence (§12, §13).
 */
export const LIMITS: readonly LocalText[] = [
  {
    'zh-Hans': '一步就是一天：一天之内的先后是固定的顺序，没有白天黑夜，也没有几点几分。',
    'zh-Hant': '一步就是一天：一天之內的先後是固定的順序，沒有白天黑夜，也沒有幾點幾分。',
    en: 'One step is one day: what happens within it has a fixed order, and there are no hours.',
  },
  {
    'zh-Hans': '没有文字：一条消息只有话题、质量和软硬，措辞、图片和文采都不存在。',
    'zh-Hant': '沒有文字：一則訊息只有話題、品質和軟硬，措辭、圖片和文采都不存在。',
    en: 'There is no text: a post is a topic, a quality and a softness; wording, pictures and wit do not exist.',
  },
  {
    'zh-Hans': '没有私聊、朋友圈和电话：群外两个人之间的事，模型看不见。',
    'zh-Hant': '沒有私聊、朋友圈和電話：群外兩個人之間的事，模型看不見。',
    en: 'There are no private chats, no Moments and no calls: what two people do outside the group is not seen.',
  },
  {
    'zh-Hans': '没有群外的世界：别的平台、平台规则和经济形势都没有，对手只是一个数字。',
    'zh-Hant': '沒有群外的世界：別的平台、平台規則和經濟形勢都沒有，對手只是一個數字。',
    en: 'There is no world outside: no other network, no rules of a platform, no economy; a rival is one number.',
  },
  {
    'zh-Hans': '多数常数是假设：调到已知的规律能出现为止，并不是用真实群的数据估计出来的。',
    'zh-Hant': '多數常數是假設：調到已知的規律能出現為止，並不是用真實群的資料估計出來的。',
    en: 'Most constants are assumptions, tuned until known patterns came out; none was estimated from data of real groups.',
  },
  {
    'zh-Hans':
      '七条公开的事实（K1–K7）只约束回复、早夭、广告量、红包、邀请、潜水和从众；需求的权重、红包对归属感的作用、各信任阶段的成交率、收入、线下的力度和价格不公的伤害，都没有数据约束。',
    'zh-Hant':
      '七條公開的事實（K1–K7）只約束回覆、早夭、廣告量、紅包、邀請、潛水和從眾；需求的權重、紅包對歸屬感的作用、各信任階段的成交率、收入、線下的力度和價格不公的傷害，都沒有資料約束。',
    en: 'Seven published facts (K1–K7) bear on replies, early deaths, ad load, packets, invitations, lurking and social proof; weights of needs, packets and belonging, sales by stage of trust, incomes, the size of the offline effect and the harm of unfair prices are pinned by nothing.',
  },
  {
    'zh-Hans': '公开的数字几乎都不是来自卖货的微信群：方向和形状比数值可靠。',
    'zh-Hant': '公開的數字幾乎都不是來自賣貨的微信群：方向和形狀比數值可靠。',
    en: 'Hardly any published number comes from a commercial WeChat group: signs and shapes are more to be relied on than levels.',
  },
  {
    'zh-Hans': '从业者的说法是看法：这里检验的是它能不能从模型里推出来，不是它对不对。',
    'zh-Hant': '從業者的說法是看法：這裡檢驗的是它能不能從模型裡推出來，不是它對不對。',
    en: 'What practitioners claim is opinion: the book of claims tests whether it follows from the model, not whether it is true.',
  },
  {
    'zh-Hans':
      '「红包不带来归属感」与研究不符：微信上的研究发现红包让关系更近。默认按从业者的说法，packetTie 可以改。',
    'zh-Hant':
      '「紅包不帶來歸屬感」與研究不符：微信上的研究發現紅包讓關係更近。預設按從業者的說法，packetTie 可以改。',
    en: 'That packets do not bind is contradicted by research: a study of WeChat found closer relations. The default follows the practitioners; packetTie changes it.',
  },
  {
    'zh-Hans': '什么样的群多半都活不过几个月：「半年就死」本身说明不了什么，要和另一种做法比。',
    'zh-Hant': '什麼樣的群多半都活不過幾個月：「半年就死」本身說明不了什麼，要和另一種做法比。',
    en: 'Most groups of any kind are dead within months: that one “dies within half a year” says little unless another way of running it is set beside it.',
  },
  {
    'zh-Hans': '它不预测任何一个群：该看的是许多次运行里两种做法的差别，不是某个日期或某个金额。',
    'zh-Hant': '它不預測任何一個群：該看的是許多次執行裡兩種做法的差別，不是某個日期或某個金額。',
    en: 'It is no forecast for any one group: read differences between two ways over many seeds, never a date or a sum of money.',
  },
  {
    'zh-Hans': '假设在合理范围内一变就不成立的结论，不算结论。',
    'zh-Hant': '假設在合理範圍內一變就不成立的結論，不算結論。',
    en: 'A conclusion that does not outlive the plausible ranges of the assumptions is none.',
  },
]
