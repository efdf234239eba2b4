namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>
/// The glossary as it is read: how a term is held against the passage, its name, and the expressions for it in Korean,
/// English, Vietnamese and Chinese. What begins like another term stands before it.
/// </summary>
internal static class GlossaryWords
{
    public const string Lines = """
        Day :: 월요일 :: 월요일 :: mondays? :: thứ (?:hai|2) :: (?:星期|周|礼拜)一
        Day :: 화요일 :: 화요일 :: tuesdays? :: thứ (?:ba|3) :: (?:星期|周|礼拜)二
        Day :: 수요일 :: 수요일 :: wednesdays? :: thứ (?:tư|4) :: (?:星期|周|礼拜)三
        Day :: 목요일 :: 목요일 :: thursdays? :: thứ (?:năm|5) :: (?:星期|周|礼拜)四
        Day :: 금요일 :: 금요일 :: fridays? :: thứ (?:sáu|6) :: (?:星期|周|礼拜)五
        Day :: 토요일 :: 토요일 :: saturdays? :: thứ (?:bảy|7) :: (?:星期|周|礼拜)六
        Day :: 일요일 :: 일요일 :: sundays? :: chủ nhật :: (?:星期|周|礼拜)[日天]
        Day :: 평일 :: 평일 :: weekdays? :: ngày thường|ngày trong tuần :: 平日|工作日
        Day :: 주말 :: 주말 :: weekends? :: cuối tuần :: 周末
        Day :: 설 :: 설날|설 연휴|명절 :: lunar new year|seollal :: tết|seollal :: 春节
        Day :: 추석 :: 추석 :: chuseok :: chuseok|trung thu :: 中秋
        Day :: 공휴일 :: 공휴일 :: (?:public |national )?holidays? :: (?:ngày )?(?:nghỉ )?lễ :: 公休日|公众假期|节假日|法定假日|节日
        Day :: 다음 날 :: 다음 날 :: (?:the )?(?:next|following) day|the day after :: (?:ngày )?hôm sau|ngày tiếp theo(?! thư)|ngày kế tiếp :: 第二天|次日|隔天|翌日
        Day :: 당일 :: 당일|그날|반납한 날|빌린 날 :: (?:on )?the (?:very )?(?:same )?day (?:itself|you)?|same day|that day|date itself :: đúng ngày|cùng ngày|trong ngày|ngay ngày|chính ngày|ngày hôm đó :: 当天|当日|那天
        Day :: 오늘 :: 오늘 :: today :: hôm nay :: 今天
        Day :: 내일 :: 내일 :: tomorrow :: ngày mai :: 明天
        Day :: 날마다 :: 날마다|매일 :: daily :: hằng ngày|hàng ngày :: 每日|天天
        Day :: 해마다 :: 해마다|매년 :: annually|yearly :: hằng năm|hàng năm :: 年年|每年都
        Day :: 밤 :: 밤|야간 :: (?:at )?night|overnight :: đêm :: 夜里|夜间|夜晚
        Day :: 저녁 :: 저녁 :: evenings? :: buổi tối :: 晚上|傍晚
        Day :: 아침 :: 아침|새벽|오전 :: mornings? :: buổi sáng :: 早上|上午|早晨|凌晨
        Day :: 오후 :: 오후|낮 :: afternoons? :: buổi chiều|buổi trưa :: 下午|中午
        Day :: 하루 종일 :: 하루 종일|스물네 시간 :: all day|around the clock|day and night :: suốt ngày|cả ngày :: 全天|整天
        Day :: 방학 :: 방학 :: vacation|school holidays :: kỳ nghỉ :: 放假|假期
        Day :: 어제 :: 어제|모레|격주|상반기|하반기|연중 :: yesterday|fortnightly|year-round :: hôm qua|quanh năm :: 昨天|后天|全年

        OwnDenial :: 무료 :: 무료|공짜|(?:돈|요금|값|비용)(?:이|은|을|도)? ?(?:전혀 )?(?:들지|받지|내지) ?않\w*|돈(?:이|은)? 안 ?(?:들|내|받)\w*|(?:수강료|비용)(?:가|이|는|은)? 없\w*|유료가 아니\w* :: free of charge|(?:for )?free(?! up| time)|at no (?:extra )?(?:cost|charge)|no (?:charge|fee)|without (?:charge|paying)|costs? nothing|(?:does|do) not cost(?: anything| any)?|(?:isn't|is not|are not) charged :: miễn phí|không (?:mất|tốn) (?:tiền|phí)|không (?:thu|tính) (?:tiền|phí)(?! trả| phạt) :: 免费|不收费|不要钱|不用(?:付|交)(?:钱|费)|不花钱|不收钱|无需付费
        OwnDenial :: 빼고 :: 빼고|빼요|빼서|뺀|제외\w*|세지 않\w*|뺍니다 :: (?:not (?:be )?(?:counted|included)|(?:do|does) not count)(?: towards?)?|don't count|exclud\w+|except\w*|not counting|leaving out :: không (?:được )?tính|trừ|loại trừ|ngoại trừ :: 不算|不计(?:算)?|不计入|除外|除去|扣除
        OwnDenial :: 무제한 :: 무제한|제한(?:이|은)? 없\w* :: unlimited|without (?:any )?limits?|no limits? :: không giới hạn|không hạn chế :: 不限|无限|没有限制
        Claim :: 누구나 :: 누구나|누구든|누구도|모두가|아무나 :: any(?:one|body)|every(?:one|body)|no ?(?:one|body) :: (?:bất (?:cứ|kỳ) )?ai cũng|mọi người|bất (?:cứ|kỳ) ai|không ai :: 任何人|谁都|所有人|人人|大家|无论谁
        Claim :: 언제든 :: 언제든|언제나|항상|(?<![가-힣])늘(?= ) :: always|at any time|any ?time|whenever :: luôn|bất (?:cứ|kỳ) lúc nào|lúc nào cũng :: 随时|总是|始终|任何时候|一直
        Claim :: 반드시 :: 반드시|꼭|절대|보장 :: guarantee\w*|definitely|certainly|absolutely|without fail|surely|never :: nhất định|chắc chắn|đảm bảo|bảo đảm|tuyệt đối :: 一定|必定|保证|绝对|肯定
        Claim :: 바로 :: 바로(?!대출)|즉시|곧바로|당장 :: immediately|right away|instantly|at once|on the spot|straight away|directly :: ngay(?! ngày| cả) :: 立即|立刻|马上|当场|直接|即时|即可
        Claim :: 저절로 :: 저절로|자동 :: automatic(?:ally)? :: tự động :: 自动
        Claim :: 벌금 :: 벌금|과태료|벌칙|벌점|위약 :: penalt(?:y|ies)|fines?(?= |$|[,.])(?<!(?:is|are|be) fines?)|punish\w* :: phạt|tiền phạt :: 罚款|处罚|惩罚|罚金|扣分
        Claim :: 불이익 :: 불이익 :: disadvantages?|drawbacks? :: bất lợi :: 不利
        Claim :: 연체료 :: 연체료 :: (?:late|overdue) (?:return )?(?:fees?|charges?|fines?) :: (?:phí|tiền) (?:phạt )?(?:trả )?(?:muộn|trễ|quá hạn) :: 滞纳金|逾期费|延误费|超期费|逾期罚款
        Claim :: 환불 :: 환불|돌려드|보상|변상|배상|물어 :: refund\w*|reimburs\w*|compensat\w*|replac\w+|money back :: hoàn (?:tiền|lại)|bồi thường|đền :: 退款|退还|赔\w?|补偿|退回
        Claim :: 할인 :: 할인|반값|절반|쿠폰|(?<=시간|개월|년|주|일) 반(?= |을|까) :: discount\w*|half|coupons? :: giảm giá|nửa|một nửa|rưỡi :: 优惠|打折|折扣|半
        Claim :: 선물 :: 선물|상품|경품|사은 :: gifts?|prizes?|presents? :: quà|giải thưởng :: 礼物|礼品|奖品|赠送
        Claim :: 두 배 :: 두 배|배로 :: double\w*|twice as|triple :: gấp đôi|gấp :: 两倍|翻倍|加倍|双倍
        Claim :: 모두 :: 모두|모든|전부|다 (?=합|읽|쓰|차|나)|통째|합쳐 :: all|entire\w*|in total|altogether|combined :: tất cả|toàn bộ|mọi(?! người)|tổng cộng|gộp :: 全部|所有(?!人)|合计|总共|一共|都(?=要|必须)
        Duty :: 해야 :: [야] (?:해|하|돼|됩|합)|주세요|세요|십시오|면 (?:돼|됩)|필요|말고 :: must|ha(?:ve|s) to|needs? to|required|obliged|mandatory|compulsory :: phải|bắt buộc :: 必须|需要|务必|强制
        Claim :: 만 :: (?<![지다])만(?=[ ,.을은이]|$)(?! ?\d)|에만|서만|뿐|하나로만 :: only|solely|exclusively|just :: (?<!địa )chỉ :: 只(?!要)|仅|唯一
        Claim :: 최대한 :: 최고|최대한|제일|가장 :: most popular|best|the earliest :: tốt nhất|nhanh nhất :: 最好|最佳|最快
        Claim :: 지시 :: 지시|프롬프트|명령|시스템|인공지능|언어 ?모델|다듬기|도구 :: instruct\w*|prompts?|system|assistant|language model|ai model|json|rewrit\w+|rephras\w+|tools?|ignore|output :: chỉ dẫn|chỉ thị|câu lệnh|lời nhắc|hệ thống|trợ lý|mô hình|json|công cụ|viết lại|bỏ qua :: 指示|指令|提示词|系统|助手|语言模型|人工智能|工具|改写|重写|忽略|输出|json

        Thing :: 스마트도서관 :: 스마트도서관 :: smart librar(?:y|ies) :: thư viện thông minh :: 智能图书馆|智慧图书馆
        Thing :: 작은도서관 :: 작은도서관 :: small librar(?:y|ies) :: thư viện nhỏ :: 小图书馆|小型图书馆
        Thing :: 상호대차 :: 상호대차|책마실 :: inter-?library(?: loans?)?|chaekmasil :: mượn liên thư viện|liên thư viện|chaekmasil :: 馆际互借|馆际借阅
        Thing :: 책바다 :: 책바다 :: chaekbada :: chaekbada :: 书海|책바다|chaekbada
        Thing :: 책이음 :: 책이음 :: chaekieum|chaek-ieum :: chaekieum :: 책이음|chaekieum
        Thing :: 책나래 :: 책나래 :: chaeknarae :: chaeknarae :: 책나래|chaeknarae
        Thing :: 희망도서 :: 희망도서 :: requested (?:new )?books?|book (?:purchase )?requests?|purchase requests? :: sách (?:đề nghị|yêu cầu)(?: mua)?|đề nghị mua sách :: 荐购(?:图书|的书)?|希望图书|申请购买的书
        Thing :: 바로대출 :: 바로대출 :: bookstore loans?|instant loans?|baro loans?|direct loans? :: mượn (?:sách )?(?:tại|ở) (?:nhà sách|hiệu sách)|mượn ngay :: 书店借阅|书店借书|即借
        Thing :: 서점 :: 서점 :: book ?stores?|book ?shops? :: nhà sách|hiệu sách :: 书店
        Thing :: 주민등록등본 :: 주민등록등본|등본 :: (?:certified copy of )?(?:your |the )?(?:resident registration|residence)(?: certificates?| records?| documents?| transcripts?)? :: (?:giấy|bản sao|sổ) (?:chứng nhận )?(?:đăng ký|xác nhận) cư trú :: 居民登记(?:誊本|副本|表)?|住民登录(?:誊本|抄本)?|户籍(?:誊本|证明)
        Thing :: 외국인등록증 :: 외국인등록증 :: (?:alien|foreigner|foreign resident) registration cards?|residence cards?|arc :: thẻ (?:đăng ký )?người nước ngoài|thẻ ngoại kiều :: 外国人登录证|外国人登记证|外国人居留证
        Thing :: 가족관계증명서 :: 가족관계증명서 :: family relation(?:s|ship)? certificates? :: giấy (?:chứng nhận|xác nhận) quan hệ gia đình :: 家庭关系证明(?:书)?|亲属关系证明
        Thing :: 재학증명서 :: 재학증명서|재직증명서|서류 :: (?:enrol+ment|employment) certificates?|certificates? of (?:enrol+ment|employment)|documents?|proof :: giấy (?:chứng nhận|xác nhận) (?:đang )?(?:học|làm việc|công tác)|giấy tờ(?! tùy) :: 在学证明|在职证明|文件|证明
        Thing :: 학생증 :: 학생증 :: student (?:id(?: cards?)?|cards?) :: thẻ (?:học sinh|sinh viên) :: 学生证
        Thing :: 신분증 :: 신분증|본인 확인|주민등록증 :: ids?(?: cards?)?|identification|photo id|identity (?:cards?|documents?) :: giấy tờ tùy thân|chứng minh thư|căn cước|giấy tờ nhận dạng :: 身份证(?:件)?|身份证明
        Thing :: 여권 :: 여권 :: passports? :: hộ chiếu :: 护照
        Thing :: 휴대폰 :: 휴대폰|전화 :: (?:mobile|cell) ?phones?|phones?(?! number)|smartphones? :: điện thoại(?: di động)? :: 手机
        Thing :: 모바일 회원증 :: 모바일 회원증 :: mobile (?:library |membership )*cards? :: thẻ (?:thư viện )?(?:di động|điện tử|trên điện thoại) :: 手机(?:借书|会员)证|电子会员证
        Thing :: 회원증 :: 회원증|회원|카드 :: (?:library |membership |member )cards?|members?(?:hip)?|cards? :: thẻ(?: thư viện| thành viên| hội viên)?|(?:thành|hội) viên :: 会员证|借书证|读者证|会员|卡
        Thing :: 외국인 :: 외국인 :: foreign(?:ers?)?(?! language) :: người nước ngoài :: 外国人
        Thing :: 반려동물 :: 반려동물 :: pets? :: thú cưng|vật nuôi :: 宠物
        Thing :: 보조견 :: 보조견|안내견 :: (?:guide|assistance|service) dogs? :: chó (?:dẫn đường|hỗ trợ|trợ giúp) :: 导盲犬|辅助犬|助残犬
        Thing :: 만화책 :: 만화책|만화 :: comic(?: book)?s? :: truyện tranh :: 漫画(?:书)?
        Thing :: 잡지 :: 잡지 :: magazines? :: tạp chí :: 杂志
        Thing :: 신문 :: 신문 :: newspapers? :: báo chí|tờ báo :: 报纸
        Thing :: 사전 :: 사전 :: dictionar(?:y|ies) :: từ điển :: 词典|字典
        Thing :: 문제집 :: 문제집|수험서|교과서 :: work ?books?|text ?books?|exam (?:prep(?:aration)? )?books? :: sách (?:bài tập|giáo khoa|luyện thi) :: 习题集|练习册|教科书|课本|考试用书
        Thing :: 전자책 :: 전자책 :: e-?books? :: sách điện tử :: 电子书
        Thing :: 영상 :: 영상|DVD :: dvds?|videos? :: dvd|video|phim :: dvd|影像|视频|光盘
        Thing :: 강좌 :: 강좌|수업|강의 :: (?:class|course|lecture|lesson)(?:es|s)?|programs? :: khóa học|lớp học|buổi học|bài giảng :: 讲座|课程|课
        Thing :: 견학 :: 견학 :: (?:field |group )?(?:tours?|visits?(?= (?:must|should|are|can))) :: tham quan :: 参观
        Thing :: 봉사 :: 봉사 :: volunteer\w* :: tình nguyện :: 志愿(?:者|服务|活动)?|义工
        Thing :: 수료증 :: 수료증 :: certificates? of completion|completion certificates?|certificates? :: giấy chứng nhận(?: hoàn thành)?|chứng chỉ :: 结业证(?:书)?|结业证明
        Thing :: 반납일 :: 반납일 :: due (?:dates?|days?)|return dates? :: ngày (?:phải )?trả|hạn trả :: 还书日|到期日|归还日|应还日(?:期)?
        Thing :: 반납함 :: 반납함 :: (?:book )?(?:return|drop) box(?:es)?|book drops? :: thùng trả sách|hộp trả sách :: 还书箱
        Thing :: 휴관 :: 쉬는 날|휴관|문을 닫|쉬면|쉬어|쉴 수|도서관이 쉬|쉬게 :: clos(?:ed|ures?|ing days?)|days? off :: (?:ngày )?(?:thư viện )?(?:nghỉ|đóng cửa) :: 休馆(?:日)?|闭馆(?:日)?|休息日
        Thing :: 컴퓨터 :: 컴퓨터 :: computers?|pcs? :: máy tính(?! xách) :: 电脑|计算机
        Thing :: 노트북 :: 노트북 :: laptops? :: máy tính xách tay|laptop :: 笔记本电脑
        Thing :: 와이파이 :: 와이파이 :: wi-?fi :: wi-?fi :: 无线网(?:络)?|wi-?fi
        Thing :: 열람실 :: 열람실 :: reading rooms?|study rooms? :: phòng (?:đọc|tự học) :: 阅览室|自习室
        Thing :: 디지털자료실 :: 디지털자료실 :: digital (?:resource |materials? |media )?(?:rooms?|center) :: phòng (?:tư liệu |tài liệu )?(?:kỹ thuật số|số|digital) :: 数字资料室|数码资料室|电子资料室
        Thing :: 어린이자료실 :: 어린이자료실 :: children'?s (?:reading )?room :: phòng thiếu nhi :: 儿童资料室|儿童室
        Thing :: 종합자료실 :: 종합자료실|자료실 :: general (?:reading |materials? )?room|reference room :: phòng (?:tổng hợp|tư liệu|tài liệu) :: 综合资料室|资料室
        Thing :: 휴게 :: 휴게 :: lounges?|rest(?:ing)? areas?|break (?:areas?|rooms?) :: (?:khu|phòng|khu vực) nghỉ(?: ngơi)? :: 休息区|休息室|休息空间
        Thing :: 자리 :: 자리 :: seats? :: chỗ(?: ngồi)?|ghế :: 座位|座席
        Thing :: 기계 :: 기계|대출기|발급기 :: machines?|kiosks? :: máy(?! tính) :: 机器|设备|借书机|还书机|领号机|选座机
        Thing :: 꾸러미 :: 꾸러미 :: kits?|packages? :: bộ (?:sách|đồ) :: 书包裹|主题包|套装
        Thing :: 사물함 :: 사물함 :: lockers? :: tủ (?:đồ|khóa) :: 储物柜|寄存柜
        Thing :: 흑백 :: 흑백 :: black[- ]and[- ]white|monochrome|b&w :: đen trắng :: 黑白
        Thing :: 컬러 :: 컬러 :: colou?r :: màu :: 彩色|彩印
        Thing :: 음식 :: 음식 :: food|meals?|lunch\w*|snacks? :: (?:đồ|thức) ăn|ăn trưa :: 食物|食品|吃的|午饭|餐
        Thing :: 음료 :: 음료 :: drinks?|beverages?|coffee :: (?:đồ|thức) uống|cà phê :: 饮料|咖啡
        Thing :: 어린이 :: 어린이|아이|아기|청소년 :: child(?:ren)?(?:'s)?|kids?|bab(?:y|ies)|teen\w*|youths?|infants? :: trẻ(?: em| nhỏ)?|em bé|bé|thanh thiếu niên|thiếu nhi :: 儿童|孩子|婴儿|宝宝|青少年|小孩
        Thing :: 보호자 :: 보호자|부모 :: parents?|guardians? :: (?:người )?giám hộ|bố mẹ|cha mẹ|phụ huynh :: 监护人|父母|家长
        Thing :: 가족 :: 가족 :: famil(?:y|ies) :: gia đình|người nhà :: 家人|家庭|家属
        Thing :: 선생님 :: 선생님 :: teachers? :: giáo viên|thầy cô :: 老师|教师
        Thing :: 사서 :: 사서|직원 :: librarians?|staff :: thủ thư|nhân viên :: 馆员|职员|工作人员
        Thing :: 학교 :: 학교|유치원|어린이집 :: schools?|kindergartens?|day ?care\w* :: trường học|trường(?! hợp)|đi học|mẫu giáo :: 学校|上学|幼儿园|就读
        Thing :: 직장 :: 직장|회사 :: work(?:s|ing|place)?|jobs?|compan(?:y|ies) :: đi làm|làm việc|nơi làm|công ty :: 上班|工作(?!人员|日)|公司|单位
        Thing :: 홈페이지 :: 홈페이지 :: (?:library )?(?:web ?sites?|home ?pages?)|online :: trang (?:chủ|web)|website :: (?:图书馆)?(?:主页|网站|官网)
        Thing :: 앱 :: 앱 :: apps? :: ứng dụng :: 应用|app
        Thing :: 택배 :: 택배 :: deliver(?:y|ed|ies)|couriers?|shipping|postage :: (?:phí )?(?:gửi|giao|vận chuyển)|bưu điện :: 快递|邮寄|寄送|运费
        Thing :: 영수증 :: 돈|요금|비용|값|재발급|50원|원 :: fees?|costs?|(?<!in )charges?|prices?|money|payment :: phí|tiền|giá :: 费用|费|钱|价格
        Thing :: 입원 :: 입원|병원|아프 :: hospital\w*|sick|ill(?:ness)? :: nằm viện|bệnh viện|ốm :: 住院|医院|生病
        Thing :: 교육청 :: 교육청 :: (?:metropolitan city )?office of education|education office :: sở giáo dục :: 教育厅
        Thing :: 부평구문화재단 :: 부평구문화재단 :: bupyeong(?:-gu)? cultural foundation :: quỹ văn hóa (?:quận )?bupyeong :: 富平区文化财团
        Thing :: 북구 :: 북구 :: bukgu :: bukgu :: 北区
        Thing :: 부평구 :: 부평 :: bupyeong(?:[- ]gu)?(?: district)? :: (?:quận )?bupyeong :: 富平(?:区)?
        Thing :: 인천 :: 인천 :: incheon :: incheon :: 仁川(?:市)?
        Thing :: 산곡역 :: 산곡역 :: sangok station :: ga sangok :: 山谷站
        Thing :: 부평시장역 :: 부평시장역 :: bupyeong market station :: ga (?:chợ )?bupyeong(?: market)? :: 富平市场站
        Thing :: 리브로피아 :: 리브로피아 :: libropia :: libropia :: libropia
        Thing :: 미추홀 :: 미추홀 :: michuhol :: michuhol :: 弥邹忽

        Act :: 연장 :: 연장|늘려|늦춰|미뤄|미뤄|늦어지|늦어져 :: renew\w*|exten(?:d\w*|sions?)|postpon\w*|moved? (?:back|to)|moves (?:back|to)|push\w* back|put back :: gia hạn|(?:dời|lùi|kéo dài) :: 续借|延长|延后|顺延|推迟|延期
        Act :: 예약 :: 예약 :: reserv\w*|(?:on |place a )?holds?(?= ) :: đặt (?:trước|chỗ|sách) :: 预约|预订
        Act :: 취소 :: 취소 :: cancel\w* :: hủy(?! thẻ) :: 取消
        Act :: 반납 :: 반납|돌려주|돌려보|돌려줄|내 주|내면|내시면|내야|내시 :: return\w*|hand(?:ed)? in|giv(?:e|en) back|bring\w* back :: trả(?: lại)?(?! lời| muộn| tiền| phí) :: 归还|还书|还到|还(?=[在给到回])
        Act :: 대출 :: 빌[리려릴린림립]|대출(?!기|\s?정지)|대여 :: borrow\w*|loan(?:s|ed)?|check\w* out|lend\w*|lent|take (?:\w+ )?home :: mượn|cho mượn :: 借阅|外借|借(?:走|书|出|期|到)?
        Act :: 인쇄 :: 인쇄|출력|뽑 :: print\w* :: in(?: ấn| tài liệu)?(?= ) :: 打印|印刷
        Act :: 복사 :: 복사 :: (?:photo)?cop(?:y(?:ing)?|ied) :: sao chụp|phô ?tô|photocopy|sao chép :: 复印|复制
        Act :: 스캔 :: 스캔 :: scan\w* :: quét|scan :: 扫描
        Act :: 기증 :: 기증|기부 :: donat\w* :: tặng|quyên góp|hiến tặng :: 捐赠|捐
        Act :: 흡연 :: 피[우울운워]|금연|담배 :: smok\w*|cigarettes? :: hút thuốc|thuốc lá :: 吸烟|抽烟|禁烟|香烟
        Act :: 촬영 :: 촬영|찍 :: photo(?:graph)?\w*|film\w*|shoot\w*|pictures? :: chụp(?: ảnh)?|quay phim :: 拍照|拍摄|摄影|拍
        Act :: 삭제 :: 지우|지워|지운 :: delet\w*|eras\w* :: xóa :: 删除|清除
        Act :: 정지 :: 정지|멈[추춘췄출] :: suspen\w+|stopp?\w* :: đình chỉ|tạm ngừng|dừng :: 停借|停止|暂停|中止
        Act :: 먹다 :: 드시|드세|드실|먹 :: eat\w*|eaten :: ăn|dùng bữa :: 吃
        Act :: 들어가다 :: 들어[가올오와온갈]|들고 :: enter\w*|bring (?:in|into)|brought in\w*|allowed (?:in|inside)|com(?:e|ing) in(?:side|to)?|take in(?:to)? :: (?:mang|đưa|dắt|vào)(?: \p{L}+){0,2} vào|mang vào|vào(?= trong| thư) :: 带进|带入|进入|入内|进馆
        Act :: 탈퇴 :: 탈퇴 :: withdraw\w*|leave (?:the )?membership :: hủy thẻ|rút :: 退会|注销
        Common :: 신청 :: 신청|접수 :: request\w*|appl(?:y|ied|ying|ication\w*)|sign(?:ed)? up|submit\w* :: đăng ký|yêu cầu|xin :: 申请|报名
        Common :: 오다 :: 오[시면는셔셨]|올 수|와(?= 주|도 ) :: com(?:e|es|ing)(?= |$|,) :: đến đây|đi cùng|đến(?= thư viện| một mình) :: 来(?=馆|图|的)|过来
        Common :: 보다 :: 볼 수|보실|보거나|보시|읽|열람 :: read(?:ing)?|view\w*|watch\w*|looks? at|keep :: đọc|xem :: 阅读|看|观看
        Common :: 쓰다 :: 쓸 수|쓰실|쓰시|쓰는|이용|사용|써요 :: us(?:e|ed|es|ing)(?= ) :: dùng|sử dụng :: 使用|用
        Common :: 만들다 :: 만[들드든들]|발급|재발급 :: (?:re)?issu\w*|ma(?:ke|de|king)|get(?= a| your| the) :: làm(?! việc)|cấp :: 办理|补办|办|开具|发给
        Common :: 받다 :: 받 :: receiv\w*|accept\w*|get|pick\w* up|collect\w* :: nhận|lấy|thu :: 领取|收到|取|接受|收
        """;
}
