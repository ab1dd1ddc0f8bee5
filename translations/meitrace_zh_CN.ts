<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActivityChoices</name>
    <message>
        <source>Path of a</source>
        <translation>路径单位</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>web session</source>
        <translation>网页会话</translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>event and channel</source>
        <translation>事件与渠道</translation>
    </message>
    <message>
        <source>event and item</source>
        <translation>事件与项目</translation>
    </message>
    <message>
        <source>event and store</source>
        <translation>事件与门店</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复步骤</translation>
    </message>
    <message>
        <source>in a row are one</source>
        <translation>相邻合并</translation>
    </message>
    <message>
        <source>only the first time</source>
        <translation>只算首次</translation>
    </message>
    <message>
        <source>all counted</source>
        <translation>全部计入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of event</source>
        <translation>
            <numerusform>%n 种事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out of the paths</source>
        <translation>不计入路径</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>查找事件</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>No such event</source>
        <translation>没有这样的事件</translation>
    </message>
</context>
<context>
    <name>AnalysesCommand</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>保存时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Unchanged since %1.</source>
        <translation>自 %1以来没有变化。</translation>
    </message>
    <message>
        <source>The data have changed since %1.</source>
        <translation>自 %1以来数据有变化。</translation>
    </message>
    <message>
        <source>“%1” is called “%2” now.</source>
        <translation>“%1”已改名为“%2”。</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>No analysis is saved yet. Add --save NAME to funnel, rfm or kpi.</source>
        <translation>尚未保存任何分析。在 funnel、rfm 或 kpi 后加上 --save 名称即可保存。</translation>
    </message>
</context>
<context>
    <name>AnalysisView</name>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1→%2</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>last %1 days</source>
        <translation>近 %1 天</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>%1, of those whose time has run out</source>
        <comment>way through a funnel</comment>
        <translation>%1（仅计期限已满者）</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位时长</translation>
    </message>
    <message>
        <source>Through: all others</source>
        <translation>走完：其他</translation>
    </message>
    <message>
        <source>Through: not known</source>
        <translation>走完：未知</translation>
    </message>
    <message>
        <source>Through: %1</source>
        <comment>value of a split</comment>
        <translation>走完：%1</translation>
    </message>
    <message>
        <source>Customers in segments</source>
        <translation>分群内客户</translation>
    </message>
    <message>
        <source>Spend of all segments</source>
        <translation>各分群消费合计</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>按%1</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Eight segments</source>
        <translation>八分群</translation>
    </message>
    <message>
        <source>Eleven segments</source>
        <translation>十一分群</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a name</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Saved %1, data up to %2</source>
        <translation>%1保存，数据截至 %2</translation>
    </message>
    <message>
        <source>Month&apos;s figures</source>
        <translation>本月指标</translation>
    </message>
    <message>
        <source>Comparison with the rest</source>
        <translation>与其余客户对比</translation>
    </message>
    <message>
        <source>Customers in the set</source>
        <translation>本群客户</translation>
    </message>
    <message>
        <source>Customers in the rest</source>
        <translation>其余客户</translation>
    </message>
    <message>
        <source>%1 and the rest</source>
        <comment>a set of customers</comment>
        <translation>%1与其余客户</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Money, last touch</source>
        <translation>金额（末次触点）</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Cost per conversion</source>
        <translation>每次转化成本</translation>
    </message>
</context>
<context>
    <name>AttributionView</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Lowest to highest</source>
        <translation>最低到最高</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>All conversions</source>
        <translation>全部转化</translation>
    </message>
    <message>
        <source>%1 conversions, 95 % range %2 to %3; %4</source>
        <translation>%1 次转化，95 % 区间 %2 到 %3；%4</translation>
    </message>
    <message>
        <source>Without it %1 of the conversions would be lost</source>
        <translation>没有这个渠道会失去 %1 的转化</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>已转化</translation>
    </message>
    <message>
        <source>Did not</source>
        <translation>未转化</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 of %2; 95 % range %3 to %4</source>
        <translation>%2 人中 %1 人；95 % 区间 %3 到 %4</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化数</translation>
    </message>
    <message>
        <source>%1 conversions of %2; touches of %3 days before. %4 paths did not convert</source>
        <translation>%2的 %1 次转化；看之前 %3 天的触点。%4 条路径未转化</translation>
    </message>
    <message>
        <source>, %1 may yet.</source>
        <translation>，%1 条还可能转化。</translation>
    </message>
    <message>
        <source>The money of %1 conversions will still grow.</source>
        <translation>%1 次转化的金额还会增加。</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>已转化</translation>
    </message>
    <message>
        <source>did not convert</source>
        <translation>未转化</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All paths: %1</source>
        <translation>全部路径：%1</translation>
    </message>
    <message>
        <source>First touch %1: %2</source>
        <translation>首次触点 %1：%2</translation>
    </message>
    <message>
        <source>Last touch %1: %2</source>
        <translation>末次触点 %1：%2</translation>
    </message>
    <message>
        <source>%1 on the way: %2</source>
        <translation>途经 %1：%2</translation>
    </message>
</context>
<context>
    <name>AudienceCommands</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>frozen, %1</source>
        <translation>已冻结，%1 人</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>No audience is saved yet.</source>
        <translation>还没有保存的人群。</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>是否满足</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 is in.</source>
        <translation>%1 在人群内。</translation>
    </message>
    <message>
        <source>%1 is not in.</source>
        <translation>%1 不在人群内。</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Rule or origin</source>
        <translation>规则或来源</translation>
    </message>
    <message>
        <source>A fixed list of %1 as of %2. %3</source>
        <translation>固定名单，%1，截至 %2。%3</translation>
    </message>
    <message>
        <source>%1; unknown for %2 more. Consent to be written to: WeChat %3, SMS %4, calls %5, e-mail %6, ads %7.</source>
        <translation>共 %1；另有 %2 位无法判断。已授权可触达：企微 %3，短信 %4，电话 %5，邮件 %6，广告 %7。</translation>
    </message>
</context>
<context>
    <name>AudienceSaving</name>
    <message>
        <source>Save as audience</source>
        <translation>保存为人群</translation>
    </message>
    <message>
        <source>Name of the audience</source>
        <translation>人群名称</translation>
    </message>
    <message>
        <source>Saving the audience</source>
        <translation>正在保存人群</translation>
    </message>
    <message>
        <source>There is an audience “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的人群，请换一个名称。</translation>
    </message>
    <message>
        <source>saving of “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Audience “%1” saved (%2)</source>
        <translation>已保存人群“%1”（%2）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>File taken out</source>
        <translation>撤出文件</translation>
    </message>
    <message>
        <source>Mended rows loaded</source>
        <translation>导入修正的行</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>删除个人资料</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy of a person&apos;s data</source>
        <translation>导出本人数据</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Saved analysis</source>
        <translation>已存分析</translation>
    </message>
    <message>
        <source>Customers merged</source>
        <translation>合并客户</translation>
    </message>
    <message>
        <source>Customers kept apart</source>
        <translation>保持分开</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>撤销判断</translation>
    </message>
    <message>
        <source>Workspace brought up to date</source>
        <translation>升级工作区</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>fixed list</source>
        <translation>固定名单</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>counted anew</source>
        <translation>已重新计算</translation>
    </message>
    <message>
        <source>the file was not written</source>
        <translation>文件未写出</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 条行为</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identifier(s)</source>
        <translation>
            <numerusform>%Ln 个标识</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln 份单据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln 对</numerusform>
        </translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Erasure %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Decision %1</source>
        <translation>判断 %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>客户 %1</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Restored backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>from file %1</source>
        <translation>来自文件 %1</translation>
    </message>
    <message>
        <source>%1, rows: %2, columns: %3, SHA-256 %4</source>
        <comment>channel, number, columns</comment>
        <translation>%1，%2 行，列：%3，SHA-256 %4</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between columns</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a line of the log</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>CampaignView</name>
    <message>
        <source>reached</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>written to</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>已点击</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>took back the consent</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>became a lead</source>
        <translation>留资</translation>
    </message>
    <message>
        <source>came to the clinic</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 campaigns, %2 reached; arrivals and deals within %3 days, money within %4</source>
        <translation>%1 个计划，触达%2；到院和成交算 %3 天内，金额算 %4 天内</translation>
    </message>
    <message>
        <source>Behind “%1” most came to the clinic within %2 days: %3 of %4 (%5 to %6).</source>
        <translation>“%1”之后 %2 天内到院的最多：%4 人中 %3 人（%5 到 %6）。</translation>
    </message>
    <message>
        <source>Coming behind a campaign is not coming from it: what would have come anyway, only a group left out can tell.</source>
        <translation>在计划之后到院不等于因为它才到院：本来就会来的有多少，只有留出对照组才知道。</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>留资</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Per arrival</source>
        <translation>每次到院</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>%1 of those reached</source>
        <translation>占触达的 %1</translation>
    </message>
    <message>
        <source>The same money stood in reports of several levels; it counts once.</source>
        <translation>同一笔钱出现在几个层级的报表里；只算一次。</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>触达</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>留资</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
</context>
<context>
    <name>CaseKeys</name>
    <message>
        <source>hour of the day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>first answer</source>
        <translation>首次回复</translation>
    </message>
    <message>
        <source>booked ahead</source>
        <translation>提前预约</translation>
    </message>
    <message>
        <source>first or return visit</source>
        <translation>初诊或复诊</translation>
    </message>
    <message>
        <source>answered within 5 minutes</source>
        <translation>5 分钟内回复</translation>
    </message>
    <message>
        <source>answered after 5 to 30 minutes</source>
        <translation>5～30 分钟后回复</translation>
    </message>
    <message>
        <source>answered after 30 minutes to 2 hours</source>
        <translation>30 分钟～2 小时后回复</translation>
    </message>
    <message>
        <source>answered after 2 to 24 hours</source>
        <translation>2～24 小时后回复</translation>
    </message>
    <message>
        <source>answered after more than a day</source>
        <translation>一天以后才回复</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>从未回复</translation>
    </message>
    <message>
        <source>while open (%1:00–%2:00)</source>
        <translation>营业时间内（%1:00–%2:00）</translation>
    </message>
    <message>
        <source>while closed (open %1:00–%2:00)</source>
        <translation>营业时间外（营业 %1:00–%2:00）</translation>
    </message>
    <message>
        <source>booked up to 3 days ahead</source>
        <translation>提前不超过 3 天预约</translation>
    </message>
    <message>
        <source>booked 4 to 10 days ahead</source>
        <translation>提前 4～10 天预约</translation>
    </message>
    <message>
        <source>booked 11 days ahead or more</source>
        <translation>提前 11 天以上预约</translation>
    </message>
    <message>
        <source>before the first visit</source>
        <translation>初次到院前</translation>
    </message>
    <message>
        <source>after the first visit</source>
        <translation>到过院之后</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ChannelText</name>
    <message>
        <source>First touch</source>
        <translation>首次触点</translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation>末次触点</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Position (U)</source>
        <translation>位置（U 形）</translation>
    </message>
    <message>
        <source>Late position (J)</source>
        <translation>位置偏后（J 形）</translation>
    </message>
    <message>
        <source>Early position</source>
        <translation>位置偏前</translation>
    </message>
    <message>
        <source>Time decay</source>
        <translation>时间衰减</translation>
    </message>
    <message>
        <source>Participation</source>
        <translation>参与</translation>
    </message>
    <message>
        <source>Data-driven (Markov)</source>
        <translation>数据驱动（马尔可夫）</translation>
    </message>
    <message>
        <source>Data-driven (Shapley)</source>
        <translation>数据驱动（沙普利）</translation>
    </message>
    <message>
        <source>All to the channel of the first touch</source>
        <translation>全部归首次触点的渠道</translation>
    </message>
    <message>
        <source>All to the channel of the last touch; direct visits only where there is nothing else</source>
        <translation>全部归末次触点的渠道；直接访问只在没有其他触点时才算</translation>
    </message>
    <message>
        <source>The same to every touch</source>
        <translation>每个触点平分</translation>
    </message>
    <message>
        <source>40 % to the first touch, 40 % to the last, the rest between them</source>
        <translation>首次触点 40 %，末次触点 40 %，其余在中间平分</translation>
    </message>
    <message>
        <source>20 % to the first touch, 60 % to the last, the rest between them</source>
        <translation>首次触点 20 %，末次触点 60 %，其余在中间平分</translation>
    </message>
    <message>
        <source>60 % to the first touch, 20 % to the last, the rest between them</source>
        <translation>首次触点 60 %，末次触点 20 %，其余在中间平分</translation>
    </message>
    <message>
        <source>The later the touch, the more: half as much every 14 days back</source>
        <translation>越晚的触点得到越多：每往前 14 天减半</translation>
    </message>
    <message>
        <source>All to every channel of the path; adds up to more than the conversions</source>
        <translation>路径上每个渠道都得全部；合计多于转化数</translation>
    </message>
    <message>
        <source>By how many conversions would be lost if nobody came to the channel any more</source>
        <translation>按没有人再到这个渠道会失去多少转化来分</translation>
    </message>
    <message>
        <source>By how much the rate of conversion rises where the channel joins others</source>
        <translation>按这个渠道加入后转化率提高多少来分</translation>
    </message>
    <message>
        <source>(other channels)</source>
        <translation>（其他渠道）</translation>
    </message>
    <message>
        <source>(no touch known)</source>
        <translation>（没有已知触点）</translation>
    </message>
    <message>
        <source>(channel not known)</source>
        <translation>（渠道未知）</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>On WeChat</source>
        <translation>已加微信</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到院</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Bought again</source>
        <translation>复购</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>too early to say</source>
        <translation>为时尚早</translation>
    </message>
    <message numerus="yes">
        <source>not in %n month(s)</source>
        <translation>
            <numerusform>%n 个月内未回本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a lead costs %2 (number %3 of %4 paid media), and none of them bought.</source>
        <translation>%1：每条线索 %2（%4 个付费媒体中第 %3 低），但没有一个成交。</translation>
    </message>
    <message>
        <source>%1: a lead costs %2 (number %3 of %4 paid media), but a deal %5, more than anywhere else.</source>
        <translation>%1：每条线索 %2（%4 个付费媒体中第 %3 低），但每笔成交 %5，是最贵的。</translation>
    </message>
    <message>
        <source>Spending %1 less on %2 saves %3 and costs %4 to %5 deals, if deals fall in step with the money.</source>
        <translation>%2 的花费减少 %1，省 %3，少成交 %4 到 %5 单（假定成交与花费同比例减少）。</translation>
    </message>
    <message>
        <source>%1 brings back most for what is spent: %2 times (%3), surely more than any other channel.</source>
        <translation>%1 的投入回报最高：%2 倍（%3），确定高于其他渠道。</translation>
    </message>
    <message>
        <source>No channel is surely the best: the ranges of the first ones overlap. The places in between are noise, not a ranking.</source>
        <translation>没有哪个渠道确定最好：前几名的区间重叠。中间的名次只是波动，不是排名。</translation>
    </message>
    <message>
        <source>Only %1 of these people have had their days of money; what they bring will still grow.</source>
        <translation>这些人中只有 %1 已满观察天数；带来的金额还会增加。</translation>
    </message>
    <message>
        <source>What was spent on a choice of customers is not known; costs are left out.</source>
        <translation>只看部分客户时不知道为他们花了多少；不显示成本。</translation>
    </message>
    <message>
        <source>No ad report tells of these days; costs are left out.</source>
        <translation>这些天没有投放报表；不显示成本。</translation>
    </message>
    <message>
        <source>No conversion has a touch before it, so the data cannot say which channel matters.</source>
        <translation>没有一次转化之前有触点，数据无法说明哪个渠道重要。</translation>
    </message>
    <message>
        <source>Every path converted. Without those that did not, the data cannot say which channel matters.</source>
        <translation>每条路径都转化了。没有未转化的路径，数据无法说明哪个渠道重要。</translation>
    </message>
    <message>
        <source>No channel has an effect of its own; Markov shows what linear does.</source>
        <translation>没有哪个渠道有自己的作用；马尔可夫与线性相同。</translation>
    </message>
    <message numerus="yes">
        <source>Only %n conversion(s): too few for a comparison of channels.</source>
        <translation>
            <numerusform>只有 %n 次转化：太少，不能比较渠道。</numerusform>
        </translation>
    </message>
    <message>
        <source>The models disagree most about %1: %2 conversions by “%3”, %4 by “%5”.</source>
        <translation>各模型对 %1 分歧最大：按“%3”是 %2 次转化，按“%5”是 %4 次。</translation>
    </message>
    <message>
        <source>%1 of %2 conversions have no known touch before them.</source>
        <translation>%2 次转化中有 %1 次之前没有已知触点。</translation>
    </message>
    <message>
        <source>Where people come from matters too: a chain that looks two channels back foretells the next step better (order 2).</source>
        <translation>从哪里来也重要：往回看两个渠道能更好地预测下一步（2 阶）。</translation>
    </message>
    <message>
        <source>All of this describes what went before; it does not say what would have come without a channel. Only a group that is left out tells that.</source>
        <translation>这些只描述之前发生了什么，不能说明没有某个渠道会怎样。只有留出对照组才能回答。</translation>
    </message>
</context>
<context>
    <name>ChannelView</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到院</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Per lead</source>
        <translation>线索成本</translation>
    </message>
    <message>
        <source>Per arrival</source>
        <translation>到院成本</translation>
    </message>
    <message>
        <source>Per deal</source>
        <translation>成交成本</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>95 % range</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟度</translation>
    </message>
    <message>
        <source>Walked in</source>
        <translation>自然到店</translation>
    </message>
    <message>
        <source>On WeChat</source>
        <translation>已加微信</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Bought again</source>
        <translation>复购</translation>
    </message>
    <message>
        <source>Average ticket</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Paid back after</source>
        <translation>回本时间</translation>
    </message>
    <message>
        <source>%1 of %2; 95 % range %3 to %4</source>
        <translation>%2 人中 %1 人；95 % 区间 %3 到 %4</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>All rows added up</source>
        <translation>各行合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>(whole account)</source>
        <translation>（整个账户）</translation>
    </message>
    <message>
        <source>reported on two levels, counted once</source>
        <translation>两个层级都有，只计一次</translation>
    </message>
    <message>
        <source>mark = all other channels</source>
        <translation>竖线 = 其他渠道</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Other channels</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <translation>%1（%2–%3）</translation>
    </message>
    <message>
        <source>Leads of %1: %2; %3 walked in without one. Money of %4 days.</source>
        <translation>%1 的线索：%2 条；另有 %3 人未留线索直接到店。金额看 %4 天。</translation>
    </message>
    <message>
        <source>%1 mature.</source>
        <translation>成熟度 %1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 loses most from “%2” to “%3”: %4 go on, %5 elsewhere.</source>
        <translation>%1 在“%2”到“%3”流失最多：%4 继续，其他渠道 %5。</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Cost per lead</source>
        <translation>线索成本</translation>
    </message>
    <message>
        <source>Cost per deal</source>
        <translation>成交成本</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Mature</source>
        <translation>成熟度</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>%1: %2</source>
        <comment>setting, its value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ClauseText</name>
    <message>
        <source>%1 is not %2</source>
        <translation>%1不是%2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>%1小于 %2</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <translation>%1不超过 %2</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>%1大于 %2</translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <translation>%1不少于 %2</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1包含“%2”</translation>
    </message>
    <message>
        <source>%1 is unknown</source>
        <translation>%1未知</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1是%2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message numerus="yes">
        <source>fewer than %n time(s)</source>
        <translation>
            <numerusform>少于 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>at least once</source>
        <translation>至少一次</translation>
    </message>
    <message numerus="yes">
        <source>at least %n time(s)</source>
        <translation>
            <numerusform>至少 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in the last %n day(s)</source>
        <comment>how often</comment>
        <translation>
            <numerusform>近 %n 天内%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, how often</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>part of a rule</comment>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source> but not </source>
        <translation> 但排除 </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有客户</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>RFM segment is %1</source>
        <translation>RFM 分层为%1</translation>
    </message>
    <message>
        <source>In the audience “%1”</source>
        <translation>属于人群“%1”</translation>
    </message>
    <message>
        <source>May be reached by %1</source>
        <translation>可通过%1触达</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>不符合：%1</translation>
    </message>
</context>
<context>
    <name>ComeBack</name>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Half of them have not come back yet.</source>
        <translation>还不到一半的人回来过。</translation>
    </message>
    <message numerus="yes">
        <source>Half of them came back within %n day(s).</source>
        <translation>
            <numerusform>一半的人在 %n 天内回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>- not elapsed yet; * only of those whose time is over.</source>
        <translation>- 尚未到期；* 只算已到期的人。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Resurrected</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>沉默</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>未归</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>恰好</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
</context>
<context>
    <name>CustomerFileView</name>
    <message>
        <source>done</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>deposit back</source>
        <translation>退定金</translation>
    </message>
    <message>
        <source>top-up</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>top-up back</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>debt paid</source>
        <translation>补欠款</translation>
    </message>
    <message>
        <source>card sold</source>
        <translation>办卡</translation>
    </message>
    <message>
        <source>gift</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sessions of a card, left and bought</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>by decision</source>
        <translation>人工判定</translation>
    </message>
    <message>
        <source>on its own</source>
        <translation>独立</translation>
    </message>
    <message>
        <source>likely the same</source>
        <translation>很可能同一人</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>kept apart</source>
        <translation>分开</translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message>
        <source>%1 is loaded already as batch %2; nothing was added.</source>
        <translation>%1 已作为批次 %2 导入过，没有重复添加。</translation>
    </message>
    <message>
        <source>A trial: nothing was kept.</source>
        <translation>试运行：没有保存任何内容。</translation>
    </message>
    <message>
        <source>Known customers: %1 before, %2 now.</source>
        <translation>已知客户：导入前 %1，现在 %2。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kind: %1 (%2), encoding %3</source>
        <translation>类型：%1（%2），编码 %3</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Batch %1 is taken out.</source>
        <translation>批次 %1 已撤销。</translation>
    </message>
    <message>
        <source>%1 events are in %2.</source>
        <translation>%1 条事件已写入 %2。</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message numerus="yes">
        <source>That makes %Ln customer(s): %1.</source>
        <translation>
            <numerusform>结果是 %Ln 位客户：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) more will wait in the merge review.</source>
        <translation>
            <numerusform>合并复核中将多出 %Ln 对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) fewer will wait in the merge review.</source>
        <translation>
            <numerusform>合并复核中将减少 %Ln 对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiaryView</name>
    <message>
        <source>Loaded</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读入</translation>
    </message>
</context>
<context>
    <name>DictionaryText</name>
    <message>
        <source>free text</source>
        <translation>任意文字</translation>
    </message>
    <message>
        <source>name of a thing</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>person&apos;s name</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>手机号（可打码）</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>number or id</source>
        <translation>系统编号</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道（任意写法）</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>行为名称（任意写法）</translation>
    </message>
    <message>
        <source>day and time</source>
        <translation>日期，可带时间</translation>
    </message>
    <message>
        <source>amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>score or target</source>
        <translation>数值：评分或目标</translation>
    </message>
    <message>
        <source>share in per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>span of time</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>one of some words</source>
        <translation>固定选项</translation>
    </message>
    <message>
        <source>kept with the row</source>
        <translation>随行保存</translation>
    </message>
    <message>
        <source>who it is</source>
        <translation>身份标识，单独存放</translation>
    </message>
    <message>
        <source>hint of who it is</source>
        <translation>辅助识别，单独存放</translation>
    </message>
    <message>
        <source>about the customer</source>
        <translation>客户属性</translation>
    </message>
    <message>
        <source>helps reading</source>
        <translation>辅助读取</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There is no file %1. Check the name.</source>
        <translation>找不到文件 %1，请检查文件名。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file in it.</source>
        <translation>%1 是文件夹，请指定其中的文件。</translation>
    </message>
    <message>
        <source>%1 is empty. Nothing was loaded.</source>
        <translation>%1 是空文件，没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that you may open it.</source>
        <translation>无法读取 %1，请检查是否有打开权限。</translation>
    </message>
    <message>
        <source>%1 ends too early or is damaged. Nothing was loaded; export or copy the file again.</source>
        <translation>%1 不完整或已损坏，没有导入任何内容；请重新导出或复制该文件。</translation>
    </message>
    <message>
        <source>%1 is no table of text (it looks like %2). Nothing was loaded.</source>
        <translation>%1 不是文本表格（看起来是 %2），没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Nothing was loaded; try again.</source>
        <translation>%1 在读取时发生了变化，没有导入任何内容；请重试。</translation>
    </message>
    <message>
        <source>%1 is loaded already.</source>
        <translation>%1 已经导入过。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and your rights.</source>
        <translation>无法写入 %1，请检查文件夹和权限。</translation>
    </message>
    <message>
        <source>%1 has two columns named “%2”, so it is not clear which is meant. Rename one and load the file again.</source>
        <translation>%1 有两列都叫“%2”，无法判断用哪一列。请改名后重新导入。</translation>
    </message>
    <message>
        <source>There is no kind of file named “%1”. The command presets lists them.</source>
        <translation>没有名为“%1”的文件类型。用 presets 命令查看全部类型。</translation>
    </message>
    <message>
        <source>The file has no column “%2” that the mapping for %1 names.</source>
        <translation>文件中没有映射 %1 所指定的列“%2”。</translation>
    </message>
    <message>
        <source>The mapping %1 names a field “%2” that this kind of file does not have.</source>
        <translation>映射 %1 指定了字段“%2”，但这类文件没有该字段。</translation>
    </message>
    <message>
        <source>No column gives “%2”, which a file of kind %1 must have. Name it in a mapping file.</source>
        <translation>没有任何列对应“%2”，而类型 %1 的文件必须有它。请在映射文件中指定。</translation>
    </message>
    <message>
        <source>It is not clear what kind of file %1 is. Say it with --kind or give a mapping with --mapping.</source>
        <translation>无法判断 %1 是哪类文件。请用 --kind 指定类型，或用 --mapping 给出映射。</translation>
    </message>
    <message>
        <source>The mapping %1 cannot be used: %2.</source>
        <translation>映射 %1 无法使用：%2。</translation>
    </message>
    <message>
        <source>The mapping %1 cannot be used (%2): %3.</source>
        <translation>映射 %1 无法使用（%2）：%3。</translation>
    </message>
    <message>
        <source>There is no workspace %1. The command new makes one.</source>
        <translation>找不到工作区 %1。用 new 命令新建。</translation>
    </message>
    <message>
        <source>%1 is not a MeiTrace workspace. It was not touched.</source>
        <translation>%1 不是美迹工作区，未做任何改动。</translation>
    </message>
    <message>
        <source>The workspace %1 was made by a newer MeiTrace (version %2 of the file). It was not touched; update the program.</source>
        <translation>工作区 %1 由更新版本的美迹创建（文件版本 %2），未做任何改动；请升级程序。</translation>
    </message>
    <message>
        <source>The workspace is damaged (%1). It was not touched; go back to a backup.</source>
        <translation>工作区已损坏（%1），未做任何改动；请恢复备份。</translation>
    </message>
    <message>
        <source>The workspace %1 is open elsewhere (process %2). Close it there first.</source>
        <translation>工作区 %1 正在别处打开（进程 %2），请先在那里关闭。</translation>
    </message>
    <message>
        <source>The workspace is busy. Nothing was changed; try again in a moment.</source>
        <translation>工作区正忙，没有改动；请稍后再试。</translation>
    </message>
    <message>
        <source>The workspace %1 cannot be written here. Nothing was changed.</source>
        <translation>此处无法写入工作区 %1，没有改动。</translation>
    </message>
    <message>
        <source>The disk is full. Everything saved before is kept; make room and try again.</source>
        <translation>磁盘已满。之前保存的内容都在；请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Reading or writing the disk failed. Everything saved before is kept.</source>
        <translation>读写磁盘失败。之前保存的内容都在。</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>character %1</source>
        <translation>第 %1 个字符</translation>
    </message>
    <message>
        <source>Cancelled. The workspace is as it was before.</source>
        <translation>已取消，工作区保持原样。</translation>
    </message>
    <message>
        <source>There is nothing to compute on: %1.</source>
        <translation>没有可计算的数据：%1。</translation>
    </message>
    <message>
        <source>The option %1 is missing or cannot be used. %2</source>
        <translation>选项 %1 缺失或无法使用。%2</translation>
    </message>
    <message>
        <source>The option %1 cannot be “%2”. %3</source>
        <translation>选项 %1 不能为“%2”。%3</translation>
    </message>
    <message>
        <source>The rule cannot be understood at %1, near “%2”: %3.</source>
        <translation>规则在%1“%2”附近无法理解：%3。</translation>
    </message>
    <message>
        <source>its start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation>没有“%1”。</translation>
    </message>
    <message>
        <source>There is no %1 “%2”.</source>
        <translation>没有 %1“%2”。</translation>
    </message>
    <message>
        <source>%1 exists already and is not overwritten.</source>
        <translation>%1 已存在，不会覆盖。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). The workspace is as it was before.</source>
        <translation>程序内部出错（%1）。工作区保持原样。</translation>
    </message>
    <message>
        <source>a condition is expected here</source>
        <translation>这里应为一个条件</translation>
    </message>
    <message>
        <source>a bracket is missing</source>
        <translation>缺少括号</translation>
    </message>
    <message>
        <source>AND, OR, EXCEPT or the end is expected here</source>
        <translation>这里应为 AND、OR、EXCEPT 或结尾</translation>
    </message>
    <message>
        <source>AND, OR and EXCEPT cannot stand side by side without brackets</source>
        <translation>AND、OR、EXCEPT 混用时须加括号</translation>
    </message>
    <message>
        <source>a comparison is expected here, or it does not fit the value</source>
        <translation>这里应为比较符，或比较符与值不符</translation>
    </message>
    <message>
        <source>a value is expected here</source>
        <translation>这里应为一个值</translation>
    </message>
    <message>
        <source>a number is expected here</source>
        <translation>这里应为数字</translation>
    </message>
    <message>
        <source>a whole number is expected here</source>
        <translation>这里应为整数</translation>
    </message>
    <message>
        <source>a date such as 2026-06-30 is expected here</source>
        <translation>这里应为日期，如 2026-06-30</translation>
    </message>
    <message>
        <source>a span such as 30min, 12h, 30d, 12w or 24mo is expected here</source>
        <translation>这里应为时长，如 30min、12h、30d、12w、24mo</translation>
    </message>
    <message>
        <source>m could mean minutes or months: write min or mo</source>
        <translation>m 可指分钟或月：请写 min 或 mo</translation>
    </message>
    <message>
        <source>an event is expected here</source>
        <translation>这里应为事件</translation>
    </message>
    <message>
        <source>count, sum(amount) or distinct(field) is expected here</source>
        <translation>这里应为 count、sum(amount) 或 distinct(字段)</translation>
    </message>
    <message>
        <source>a window such as last 90d is expected here</source>
        <translation>这里应为窗口，如 last 90d</translation>
    </message>
    <message>
        <source>there is no such audience</source>
        <translation>没有这个人群</translation>
    </message>
    <message>
        <source>the audience refers to itself</source>
        <translation>人群引用了自己</translation>
    </message>
    <message>
        <source>there is no such purpose of consent</source>
        <translation>没有这个授权用途</translation>
    </message>
    <message>
        <source>there is no such channel of consent</source>
        <translation>没有这个授权渠道</translation>
    </message>
    <message>
        <source>there is no such state of consent</source>
        <translation>没有这个授权状态</translation>
    </message>
    <message>
        <source>between needs two values with and</source>
        <translation>between 需要两个值，用 and 连接</translation>
    </message>
    <message>
        <source>of and an event are expected here</source>
        <translation>这里应为 of 和一个事件</translation>
    </message>
    <message>
        <source>first or last cannot stand together with a measure</source>
        <translation>first、last 不能与统计量同用</translation>
    </message>
    <message>
        <source>there is no such attribute</source>
        <translation>没有这个属性</translation>
    </message>
    <message>
        <source>there is no such figure</source>
        <translation>没有这个指标</translation>
    </message>
    <message>
        <source>the rule is too long</source>
        <translation>规则太长</translation>
    </message>
    <message>
        <source>too many brackets inside each other</source>
        <translation>括号嵌套太深</translation>
    </message>
    <message>
        <source>too many conditions</source>
        <translation>条件太多</translation>
    </message>
    <message>
        <source>bytes that are no text</source>
        <translation>含有非文本字节</translation>
    </message>
    <message>
        <source>the step cannot be read</source>
        <translation>无法读取步骤</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>没有这个字段</translation>
    </message>
    <message>
        <source>the filter cannot be read</source>
        <translation>无法读取筛选</translation>
    </message>
    <message>
        <source>the list of steps cannot be read</source>
        <translation>无法读取步骤列表</translation>
    </message>
    <message>
        <source>The rule cannot be understood at %1: %2.</source>
        <translation>规则在%1无法理解：%2。</translation>
    </message>
    <message>
        <source>%1 is not in the encoding its beginning promised. Choose the encoding.</source>
        <translation>%1 与其开头所示的编码不符。请选择编码。</translation>
    </message>
    <message>
        <source>%1 is open in another program. Close it there or choose another name.</source>
        <translation>%1 正在被另一个程序打开。请先在那里关闭，或换一个文件名。</translation>
    </message>
    <message>
        <source>%1 is write-protected. Choose another name.</source>
        <translation>%1 是只读文件，请换一个文件名。</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no such folder.</source>
        <translation>无法写入 %1：没有这个文件夹。</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>请给出文件名</translation>
    </message>
    <message>
        <source>this is the workspace itself</source>
        <translation>这是工作区文件本身</translation>
    </message>
    <message>
        <source>a database stands there</source>
        <translation>那里已有一个数据库文件</translation>
    </message>
    <message>
        <source>another audience needs it</source>
        <translation>另一个人群正在引用它</translation>
    </message>
    <message>
        <source>not among the columns a file of customers may have</source>
        <translation>客户名单中不允许有这一列</translation>
    </message>
    <message>
        <source>a column is given twice</source>
        <translation>同一列给了两次</translation>
    </message>
    <message>
        <source>wechat, sms, email, call or ads</source>
        <translation>可选 wechat、sms、email、call、ads</translation>
    </message>
    <message>
        <source>does not reach people on this channel</source>
        <translation>这个渠道不能用它触达客户</translation>
    </message>
    <message>
        <source>nobody in this file agreed to the use of health data</source>
        <translation>名单中没有人同意使用健康信息</translation>
    </message>
    <message>
        <source>what the people in the file are written to for</source>
        <translation>请写明联系这些客户的用途</translation>
    </message>
    <message>
        <source>a workbook holds 1,048,575 customers; write CSV</source>
        <translation>一个工作簿最多 1,048,575 位客户，请导出 CSV</translation>
    </message>
    <message>
        <source>utf-8-bom, utf-8 or gb18030</source>
        <translation>可选 utf-8-bom、utf-8、gb18030</translation>
    </message>
    <message>
        <source>csv or xlsx</source>
        <translation>可选 csv、xlsx</translation>
    </message>
    <message>
        <source>The rule leads back to the audience itself, by way of “%1”. Name another audience, or make one of them a fixed list first.</source>
        <translation>规则经由“%1”又指回了这个人群自己。请改用其他人群，或先把其中一个固定为名单。</translation>
    </message>
    <message>
        <source>%1 is an old or a protected Excel workbook. Save it as .xlsx without a password and load that.</source>
        <translation>%1 是旧版或加了密码的 Excel 工作簿。请另存为不带密码的 .xlsx 后再导入。</translation>
    </message>
    <message>
        <source>%1 has no sheet with rows. Nothing was loaded.</source>
        <translation>%1 里没有含数据行的工作表，没有导入任何数据。</translation>
    </message>
    <message>
        <source>%1 has no sheet of that name. Nothing was loaded.</source>
        <translation>%1 里没有这个名称的工作表，没有导入任何数据。</translation>
    </message>
    <message>
        <source>%1 holds declarations that no spreadsheet writes. For safety it was not read.</source>
        <translation>%1 含有表格软件不会写出的声明，为安全起见没有读取。</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than a workbook holds. For safety it was not read; save the sheet as CSV and load that.</source>
        <translation>%1 解压后远超一般工作簿的大小，为安全起见没有读取；请把工作表另存为 CSV 后导入。</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Save it without one and load that.</source>
        <translation>%1 设有密码。请另存为不带密码的文件后再导入。</translation>
    </message>
    <message>
        <source>%1 is no Excel workbook. Nothing was loaded.</source>
        <translation>%1 不是 Excel 工作簿，没有导入任何数据。</translation>
    </message>
    <message>
        <source>%1 is a web page without a table. Nothing was loaded.</source>
        <translation>%1 是没有表格的网页，没有导入任何数据。</translation>
    </message>
    <message>
        <source>%1 is too large for a web page. Save it as CSV and load that.</source>
        <translation>%1 作为网页过大。请另存为 CSV 后导入。</translation>
    </message>
    <message>
        <source>The disk is full: no room for %1. Everything saved before is kept; make room, or choose another place.</source>
        <translation>磁盘已满，放不下 %1。此前保存的内容都还在；请腾出空间，或换一个位置。</translation>
    </message>
    <message>
        <source>The report has no column of days. Say in the file&apos;s name which ones it is of, such as report_20260601-20260630.csv, and load it again.</source>
        <translation>报表没有日期列。请在文件名里写明是哪几天的数据，例如 报表_20260601-20260630.csv，再重新导入。</translation>
    </message>
    <message>
        <source>Everybody here reached it: there is nobody to compare with.</source>
        <translation>这里人人都达到了，没有可比较的客户。</translation>
    </message>
    <message>
        <source>Nobody here reached it.</source>
        <translation>这里没有人达到。</translation>
    </message>
    <message>
        <source>Nobody here did anything of that.</source>
        <translation>这里没有人做过这些。</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>排除原因</translation>
    </message>
    <message>
        <source>%1 cells about health stand empty: these people did not agree to it.</source>
        <translation>有 %1 个健康相关单元格留空：这些客户没有同意。</translation>
    </message>
    <message>
        <source>%1 of %2 written to %3. What it holds and why: %4. Delete it by %5.</source>
        <translation>%2中有 %1 位写入 %3。内容与排除原因见 %4。请在 %5 前删除。</translation>
    </message>
    <message>
        <source>The rule cannot tell of %1; they are not in the audience.</source>
        <translation>有 %1规则无法判断，未列入人群。</translation>
    </message>
</context>
<context>
    <name>ExportText</name>
    <message>
        <source>Any channel</source>
        <translation>任意渠道</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>企微</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>广告平台</translation>
    </message>
    <message>
        <source>External user id</source>
        <translation>外部联系人 ID</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last treatment</source>
        <translation>最近治疗项目</translation>
    </message>
    <message>
        <source>Day of the last treatment</source>
        <translation>最近治疗日期</translation>
    </message>
    <message>
        <source>No longer a customer of their own</source>
        <translation>已合并或已删除</translation>
    </message>
    <message>
        <source>Test person</source>
        <translation>测试人员</translation>
    </message>
    <message>
        <source>The clinic&apos;s own people</source>
        <translation>内部人员</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>未满 18 岁</translation>
    </message>
    <message>
        <source>Refused or unsubscribed</source>
        <translation>已拒绝或已退订</translation>
    </message>
    <message>
        <source>No consent</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>Nothing to reach them by</source>
        <translation>没有可用的联系标识</translation>
    </message>
    <message>
        <source>Reached by the same as another</source>
        <translation>与另一位客户的标识相同</translation>
    </message>
    <message>
        <source>A list, saved on %1</source>
        <translation>名单，保存于 %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>来自：%1</translation>
    </message>
    <message>
        <source>In the audience</source>
        <translation>人群人数</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>FeedbackTables</name>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Complaint: %1</source>
        <translation>投诉：%1</translation>
    </message>
    <message>
        <source>Low answer, nobody called yet</source>
        <translation>差评，尚未回访</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 分（满分 5）</translation>
    </message>
    <message>
        <source>NPS %1</source>
        <translation>NPS %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>About</source>
        <translation>针对</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>After the first treatment</source>
        <translation>首次治疗之后</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Bought again within %1 days</source>
        <translation>%1 天内再次消费</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Difference, points</source>
        <translation>相差（百分点）</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Beside “%1”. It goes along with it and need not be the reason.</source>
        <translation>与“%1”相比。只是相伴出现，不一定是原因。</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>Less satisfied than chance explains</source>
        <translation>满意度低于偶然范围</translation>
    </message>
    <message>
        <source>More complaints than chance explains</source>
        <translation>投诉高于偶然范围</translation>
    </message>
    <message>
        <source>More satisfied than chance explains</source>
        <translation>满意度高于偶然范围</translation>
    </message>
    <message>
        <source>Too few to tell</source>
        <translation>太少，无法判断</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>%1: %2 satisfied of %3 answers, less than chance explains.</source>
        <translation>%1：%3 份评价中 %2 满意，低于偶然范围。</translation>
    </message>
    <message>
        <source>%1: complaints about %2 of %3 treatment days, more than chance explains.</source>
        <translation>%1：%3 个治疗日中 %2 被投诉，高于偶然范围。</translation>
    </message>
    <message>
        <source>No item, member of staff or store differs from the others by more than chance explains.</source>
        <translation>没有哪个项目、人员或门店超出偶然范围。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Answered, satisfied (4 or 5)</source>
        <translation>有评价，满意（4 或 5 分）</translation>
    </message>
    <message>
        <source>Answered, not satisfied</source>
        <translation>有评价，不满意</translation>
    </message>
    <message>
        <source>No complaint</source>
        <translation>无投诉</translation>
    </message>
    <message>
        <source>Complained</source>
        <translation>有投诉</translation>
    </message>
    <message>
        <source>Called on the day or the next</source>
        <translation>当天或次日回访</translation>
    </message>
    <message>
        <source>Called after 2 or 3 days</source>
        <translation>第 2–3 天回访</translation>
    </message>
    <message>
        <source>Called after 4 to 7 days</source>
        <translation>第 4–7 天回访</translation>
    </message>
    <message>
        <source>Called after 8 to 14 days</source>
        <translation>第 8–14 天回访</translation>
    </message>
    <message>
        <source>Not called within 14 days</source>
        <translation>14 天内未回访</translation>
    </message>
    <message>
        <source>%1: came back</source>
        <translation>%1：再次消费</translation>
    </message>
    <message>
        <source>%1: did not come back</source>
        <translation>%1：未再消费</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部评价</translation>
    </message>
    <message>
        <source>%1: answered</source>
        <translation>%1：有评价</translation>
    </message>
    <message>
        <source>%1: not satisfied</source>
        <translation>%1：不满意</translation>
    </message>
    <message>
        <source>%1: complained</source>
        <translation>%1：有投诉</translation>
    </message>
    <message>
        <source>%1 answers and %2 complaints of %3</source>
        <translation>%3的 %1 份评价和 %2 起投诉</translation>
    </message>
    <message>
        <source>about treatments of the %1 days before</source>
        <translation>针对此前 %1 天内的治疗</translation>
    </message>
    <message>
        <source>%1 answers have none and stand in their week only</source>
        <translation>%1 份评价前无治疗，只计入所在周</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 of %2 answers are satisfied (%3), NPS %4.</source>
        <translation>%2 份评价中 %1 满意（%3），NPS %4。</translation>
    </message>
    <message>
        <source>%1 low answers and complaints still wait, the oldest for %2 days.</source>
        <translation>还有 %1 条差评和投诉待处理，最久的已 %2 天。</translation>
    </message>
    <message>
        <source>Of the satisfied %1 bought again within %2 days, of the others %3.</source>
        <translation>满意的客户 %2 天内再次消费 %1，其他客户 %3。</translation>
    </message>
    <message>
        <source>Of the satisfied %1 bought again within %2 days, of the others %3: that may be chance.</source>
        <translation>满意的客户 %2 天内再次消费 %1，其他客户 %3：可能只是偶然。</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周起始</translation>
    </message>
    <message>
        <source>Satisfied; the band is what chance explains</source>
        <translation>满意占比；色带为偶然范围</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>评价数</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Mean grade</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Beside all others</source>
        <translation>与全部相比</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 of %2 answers with 4 or 5; chance lets expect %3 of so many</source>
        <translation>%2 份评价中 %1 份为 4 或 5 分；这么多份时偶然范围为 %3</translation>
    </message>
    <message>
        <source>%1 with 9 or 10, %2 with 0 to 6, of %3 asked</source>
        <translation>%3 人作答：9–10 分 %1 人，0–6 分 %2 人</translation>
    </message>
    <message>
        <source>%1 of %2 treatment days were complained of</source>
        <translation>%2 个治疗日中 %1 个被投诉</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>FunnelCommand</name>
    <message>
        <source>(others)</source>
        <translation>（其他）</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Of first</source>
        <translation>占首步</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Of previous</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Matured, of first</source>
        <translation>成熟，占首步</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位用时</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Counted: %1; order: %2; entry: %3; window: %4; as of %5. Still open: the window has not elapsed yet.</source>
        <translation>计数单位：%1；顺序：%2；入口：%3；窗口：%4；数据截至 %5。“进行中”指窗口尚未结束。</translation>
    </message>
    <message>
        <source>The data know no “%1”; it matches nothing.</source>
        <translation>数据中没有“%1”，不会匹配任何事件。</translation>
    </message>
</context>
<context>
    <name>FunnelDriversText</name>
    <message>
        <source>What else they did</source>
        <translation>还做了什么</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>做了</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没做</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>优势比</translation>
    </message>
    <message>
        <source>95 % range</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Goes along with getting through (not: brings it about):</source>
        <translation>与走完相伴（不等于促成）：</translation>
    </message>
</context>
<context>
    <name>FunnelReasonsView</name>
    <message>
        <source>below 0.1 %</source>
        <translation>低于 0.1 %</translation>
    </message>
    <message>
        <source>What else they did</source>
        <translation>还做了什么</translation>
    </message>
    <message>
        <source>Got through with it</source>
        <translation>做了的走完率</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没做</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>优势比</translation>
    </message>
    <message>
        <source>95 % range</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Chance of noise</source>
        <translation>偶然的可能</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 人中 %1 人</translation>
    </message>
    <message>
        <source>“%1”: %2 got through with it, %3 without.</source>
        <translation>“%1”：做了的 %2 走完，没做的 %3。</translation>
    </message>
    <message>
        <source>Nothing else they did goes surely along with getting through.</source>
        <translation>没有其他行为与走完确定相伴。</translation>
    </message>
    <message>
        <source>That they go together does not say that one brings the other.</source>
        <translation>相伴不等于因果。</translation>
    </message>
    <message>
        <source>In the funnel, with “%1”</source>
        <translation>漏斗中做了“%1”的</translation>
    </message>
    <message>
        <source>In the funnel, without “%1”</source>
        <translation>漏斗中没做“%1”的</translation>
    </message>
    <message>
        <source>Got through</source>
        <translation>走完</translation>
    </message>
    <message>
        <source>First step in</source>
        <translation>第一步所在</translation>
    </message>
    <message>
        <source>Share that got through</source>
        <translation>走完的比例</translation>
    </message>
</context>
<context>
    <name>FunnelReport</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Of first step</source>
        <translation>占首步</translation>
    </message>
    <message>
        <source>Of the step before (95 % certain)</source>
        <translation>占上一步（95 % 置信区间）</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位用时</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Change (95 % certain)</source>
        <translation>变化（95 % 置信区间）</translation>
    </message>
    <message>
        <source>Month of the first step</source>
        <translation>第一步所在月份</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>进入人数</translation>
    </message>
    <message>
        <source>To the last step</source>
        <translation>走到最后一步</translation>
    </message>
    <message>
        <source>Share (95 % certain)</source>
        <translation>占比（95 % 置信区间）</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Share that came to the last step</source>
        <translation>走到最后一步的占比</translation>
    </message>
    <message>
        <source>Where customers are lost</source>
        <translation>客户在哪里流失</translation>
    </message>
    <message>
        <source>The data know fewer than two of the steps lead, booking, arrival and sale, so there is no funnel yet. Files of leads, bookings, visits and bills bring them.</source>
        <translation>数据中留资、预约、到院、成交不足两项，暂时无法计算漏斗。导入线索、预约、到访和开单文件后即可查看。</translation>
    </message>
    <message>
        <source>Against %1</source>
        <translation>与 %1对比</translation>
    </message>
    <message>
        <source>From the first step to the last, month by month</source>
        <translation>逐月看：从第一步到最后一步</translation>
    </message>
    <message>
        <source>Shaded: 95 % certain. Dotted: the time of some customers has not run out.</source>
        <translation>阴影为 95 % 置信区间；虚线部分仍有客户在转化窗口内，数字还会变化。</translation>
    </message>
</context>
<context>
    <name>FunnelView</name>
    <message>
        <source>Entered</source>
        <translation>进入漏斗</translation>
    </message>
    <message>
        <source>%1 of first step</source>
        <translation>占首步 %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>流失 %1</translation>
    </message>
    <message>
        <source>%1 still open</source>
        <translation>进行中 %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位耗时 %1</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Of first</source>
        <translation>占首步</translation>
    </message>
    <message>
        <source>Of previous</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位耗时</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Conversion window %1</source>
        <translation>转化窗口 %1</translation>
    </message>
    <message>
        <source>No window</source>
        <translation>不限窗口</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按先后顺序</translation>
    </message>
    <message>
        <source>nothing in between</source>
        <translation>中间不隔其他行为</translation>
    </message>
    <message>
        <source>in any order</source>
        <translation>不分先后</translation>
    </message>
    <message>
        <source>first step first, then in any order</source>
        <translation>首步在前，其余不分先后</translation>
    </message>
    <message>
        <source>unique customers</source>
        <translation>按客户去重</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>按到院次数</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>按会话</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1 never entered</source>
        <translation>%1 位未进入漏斗</translation>
    </message>
    <message>
        <source>%1 not looked at (visitors not recognised, test persons)</source>
        <translation>%1 位未纳入（未识别的访客、测试人员）</translation>
    </message>
    <message>
        <source>%1 left out by an excluding event</source>
        <translation>%1 位因排除事件未计</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2 (%3 of first)</source>
        <translation>%1：%2（占首步 %3）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: entered</source>
        <translation>%1：进入漏斗</translation>
    </message>
    <message>
        <source>%1 → %2, reached</source>
        <translation>%1 → %2 完成</translation>
    </message>
    <message>
        <source>%1 → %2, lost</source>
        <translation>%1 → %2 流失</translation>
    </message>
    <message>
        <source>%1 → %2, still open</source>
        <translation>%1 → %2 进行中</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>If %1 → %2 were %3 instead of %4</source>
        <translation>如果“%1 → %2”由 %4 变为 %3</translation>
    </message>
    <message>
        <source>%1 at “%2” a month (%3 to %4)</source>
        <translation>每月“%2”%1 位（%3 至 %4）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, about %3</source>
        <translation>%1，%2，约 %3</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Print one JSON document instead of a table</source>
        <translation>输出一个 JSON 文档而不是表格</translation>
    </message>
    <message>
        <source>Language of the answers</source>
        <translation>输出语言</translation>
    </message>
    <message>
        <source>Look from the end of this day; by default the last day on which something happened</source>
        <translation>以该日结束为准；默认为最后一个有事实发生的日子</translation>
    </message>
    <message>
        <source>First day looked at</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day looked at</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Only customers this audience rule holds for</source>
        <translation>仅统计满足该人群规则的客户</translation>
    </message>
    <message>
        <source>Also handles nobody is known behind</source>
        <translation>也包含匿名标识</translation>
    </message>
    <message>
        <source>Threads to use; results do not depend on it</source>
        <translation>线程数；结果与之无关</translation>
    </message>
    <message>
        <source>Seed of anything random</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Show a progress bar even when the error channel is no terminal</source>
        <translation>即使不在终端也显示进度条</translation>
    </message>
    <message>
        <source>Use: meitrace %1 %2. “meitrace help %1” tells more.</source>
        <translation>用法：meitrace %1 %2。“meitrace help %1”查看详情。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>W is the workspace file. “meitrace help COMMAND” shows options with defaults and an example.</source>
        <translation>W 为工作区文件。“meitrace help 命令”查看选项、默认值和示例。</translation>
    </message>
    <message>
        <source>There is no command “%1”. “meitrace help” lists them.</source>
        <translation>没有命令“%1”。“meitrace help”列出全部命令。</translation>
    </message>
    <message>
        <source>Write the customers behind the figures</source>
        <translation>写出数字背后的客户名单</translation>
    </message>
    <message>
        <source>How far customers go along a chain of steps</source>
        <translation>客户沿各步骤走到哪里（漏斗）</translation>
    </message>
    <message>
        <source>2 to 20 steps: an event, a|b for either, filters in brackets</source>
        <translation>2 到 20 个步骤：事件，a|b 表示任一，方括号内为筛选</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>From first to last step, or none; one span per step after the first with commas; session or visit</source>
        <translation>首步到末步的窗口，或 none；用逗号给出每一步的窗口；或 session、visit</translation>
    </message>
    <message>
        <source>Order of the steps</source>
        <translation>步骤顺序</translation>
    </message>
    <message>
        <source>Which entries count</source>
        <translation>入口规则</translation>
    </message>
    <message>
        <source>Events that must not happen between two steps</source>
        <translation>两步之间不得发生的事件</translation>
    </message>
    <message>
        <source>What an excluded event does</source>
        <translation>排除事件的处理</translation>
    </message>
    <message>
        <source>Steps that never block</source>
        <translation>可选步骤</translation>
    </message>
    <message>
        <source>A chain may begin at any step</source>
        <translation>可从任一步进入</translation>
    </message>
    <message>
        <source>Must stay the same along the chain</source>
        <translation>整条链上须保持一致的字段</translation>
    </message>
    <message>
        <source>Each held value is counted by itself</source>
        <translation>每个保持值单独计数</translation>
    </message>
    <message>
        <source>Events a strict chain sees; all by default</source>
        <translation>严格模式可见的事件；默认全部</translation>
    </message>
    <message>
        <source>Steps that keep their place in mode anchored</source>
        <translation>anchored 模式中位置固定的步骤</translation>
    </message>
    <message>
        <source>Which event of the chain gives the value of the split</source>
        <translation>细分值取自链上哪个事件</translation>
    </message>
    <message>
        <source>Exact events so close count in either order</source>
        <translation>相隔这么近的精确事件不分先后</translation>
    </message>
    <message>
        <source>Pause that ends a session</source>
        <translation>结束会话的停顿</translation>
    </message>
    <message>
        <source>Recency, frequency and money of every customer, and their segments</source>
        <translation>每位客户的 R、F、M 和分群</translation>
    </message>
    <message>
        <source>How far back purchases count</source>
        <translation>消费回看窗口</translation>
    </message>
    <message>
        <source>How scores are cut; auto: quantiles for R and M, fixed for F</source>
        <translation>打分方法；auto：R 与 M 用分位数，F 用固定切点</translation>
    </message>
    <message>
        <source>What F counts</source>
        <translation>F 的计数口径</translation>
    </message>
    <message>
        <source>Whose money M adds up</source>
        <translation>M 的金额口径</translation>
    </message>
    <message>
        <source>Scores run from 1 to N</source>
        <translation>分数为 1 到 N</translation>
    </message>
    <message>
        <source>Which segments</source>
        <translation>分群方案</translation>
    </message>
    <message>
        <source>What counts as good in the eight segments</source>
        <translation>八分群的好坏阈值</translation>
    </message>
    <message>
        <source>Counts, explains and saves the customers a rule holds for</source>
        <translation>统计、解释并保存满足规则的客户</translation>
    </message>
    <message>
        <source>Save these members instead of the rule alone</source>
        <translation>保存当前名单，而不仅是规则</translation>
    </message>
    <message>
        <source>Why this customer is in or out</source>
        <translation>该客户为何在内或不在内</translation>
    </message>
    <message>
        <source>List the saved audiences</source>
        <translation>列出已保存的人群</translation>
    </message>
    <message>
        <source>What sets a group apart from the rest</source>
        <translation>一组客户与其余客户的差异</translation>
    </message>
    <message>
        <source>Audience rule, or the name of a saved audience or an RFM segment</source>
        <translation>人群规则，或已保存人群、RFM 分层的名称</translation>
    </message>
    <message>
        <source>Loads export files: decode, map, clean, store, find out who is who</source>
        <translation>导入导出文件：解码、映射、清洗、入库、识别同一人</translation>
    </message>
    <message>
        <source>Kind of the files; found out by default</source>
        <translation>文件类型；默认自动识别</translation>
    </message>
    <message>
        <source>Mapping file that says which column is what</source>
        <translation>说明各列含义的映射文件</translation>
    </message>
    <message>
        <source>Only report what would happen</source>
        <translation>只报告会发生什么</translation>
    </message>
    <message>
        <source>Remember the mapping for the next file of this shape</source>
        <translation>记住映射，下次同样格式直接使用</translation>
    </message>
    <message>
        <source>Known kinds of files and their fields, and the remembered mappings</source>
        <translation>已知的文件类型、字段和记住的映射</translation>
    </message>
    <message>
        <source>The mapping proposed for a file, with confidence and reasons</source>
        <translation>为文件建议的映射，含把握和原因</translation>
    </message>
    <message>
        <source>Kind of the file; found out by default</source>
        <translation>文件类型；默认自动识别</translation>
    </message>
    <message>
        <source>Rows that were set aside, with reasons</source>
        <translation>问题行及原因</translation>
    </message>
    <message>
        <source>Only this batch</source>
        <translation>仅此批次</translation>
    </message>
    <message>
        <source>Write them as a file that can be mended and loaded again</source>
        <translation>写成可修改后重新导入的文件</translation>
    </message>
    <message>
        <source>Loads a mended quarantine file</source>
        <translation>导入修正后的问题行文件</translation>
    </message>
    <message>
        <source>Takes a batch out, as if it had never been loaded</source>
        <translation>撤销一个批次，如同从未导入</translation>
    </message>
    <message>
        <source>Writes the unified stream of events after One-ID</source>
        <translation>写出 One-ID 之后的统一事件流</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>输出文件</translation>
    </message>
    <message>
        <source>Makes an empty workspace; refuses to overwrite</source>
        <translation>新建空工作区；拒绝覆盖</translation>
    </message>
    <message>
        <source>Time zone of the clinic</source>
        <translation>机构时区</translation>
    </message>
    <message>
        <source>Currency of all amounts</source>
        <translation>金额币种</translation>
    </message>
    <message>
        <source>Minutes after midnight at which the clinic&apos;s day begins</source>
        <translation>营业日从午夜后第几分钟开始</translation>
    </message>
    <message>
        <source>Makes the demo clinic: its export files, then a workspace with them loaded</source>
        <translation>生成演示机构：先写导出文件，再导入工作区</translation>
    </message>
    <message>
        <source>2,000, 50,000 or 1,000,000 persons</source>
        <translation>2,000、50,000 或 1,000,000 人</translation>
    </message>
    <message>
        <source>Folder for the export files</source>
        <translation>导出文件所在文件夹</translation>
    </message>
    <message>
        <source>What is in the workspace</source>
        <translation>工作区里有什么</translation>
    </message>
    <message>
        <source>Checks every part of the file</source>
        <translation>检查文件的每个部分</translation>
    </message>
    <message>
        <source>Copies the workspace as it is at this moment</source>
        <translation>备份此刻的工作区</translation>
    </message>
    <message>
        <source>Makes a workspace out of a backup, after checking it</source>
        <translation>检查备份后恢复为工作区</translation>
    </message>
    <message>
        <source>Who did what and when</source>
        <translation>谁在何时做了什么</translation>
    </message>
    <message>
        <source>Finds out again who is who</source>
        <translation>重新识别同一人</translation>
    </message>
    <message>
        <source>Writes which handle belongs to which customer, and by what</source>
        <translation>写出每个标识归属哪位客户及依据</translation>
    </message>
    <message>
        <source>Pairs that wait for a decision; merges and splits people, reversibly</source>
        <translation>待确认的配对；合并与拆分，可撤销</translation>
    </message>
    <message>
        <source>List what waits and what was decided</source>
        <translation>列出待确认和已决定的</translation>
    </message>
    <message>
        <source>Customer A and the customer named behind it are one</source>
        <translation>客户 A 与其后所列客户是同一人</translation>
    </message>
    <message>
        <source>The handles named behind it are not customer A</source>
        <translation>其后所列标识不属于客户 A</translation>
    </message>
    <message>
        <source>Take decision N back</source>
        <translation>撤销第 N 个决定</translation>
    </message>
    <message>
        <source>Erases a customer who asks for it, everywhere and for good</source>
        <translation>应本人要求删除一位客户：各处都删，不可恢复</translation>
    </message>
    <message>
        <source>Only report what would go</source>
        <translation>只报告将删除什么</translation>
    </message>
    <message>
        <source>Do not ask on the terminal</source>
        <translation>在终端上不再询问</translation>
    </message>
    <message>
        <source>Writes all there is on a customer, for her: JSON, or a table when OUT ends in .csv</source>
        <translation>把关于一位客户的全部数据写给她本人：JSON；OUT 以 .csv 结尾时为表格</translation>
    </message>
    <message>
        <source>Draws a page of the window into a picture, without a screen</source>
        <translation>把窗口的一页画成图片，不需要屏幕</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Width and height of the window in points</source>
        <translation>窗口的宽和高（点）</translation>
    </message>
    <message>
        <source>Pixels per point, 0.5 to 4</source>
        <translation>每点的像素数，0.5 到 4</translation>
    </message>
    <message>
        <source>Size of the text, 90 to 150</source>
        <translation>文字大小，90 到 150</translation>
    </message>
    <message>
        <source>The clinic&apos;s figures of a month against the month or the year before</source>
        <translation>机构当月各项指标，对比上月或去年同月</translation>
    </message>
    <message>
        <source>Which month; up to the as-of day</source>
        <translation>哪个月；截至数据日</translation>
    </message>
    <message>
        <source>The same figures for each of these</source>
        <translation>按门店、人员或渠道分别给出同样的指标</translation>
    </message>
    <message>
        <source>With the month before, or the month a year before</source>
        <translation>与上月比，或与去年同月比</translation>
    </message>
    <message>
        <source>ROI counts what was paid within N days of the lead</source>
        <translation>ROI 计入留资后 N 天内的实收</translation>
    </message>
    <message>
        <source>Writes the customers of a saved audience that may be reached on a channel, and says whom it leaves out</source>
        <translation>把一个已保存人群中可触达的客户写成文件，并说明排除了谁</translation>
    </message>
    <message>
        <source>How these people will be reached; only who agreed to it is written</source>
        <translation>联系这些客户的渠道；只写入同意的客户</translation>
    </message>
    <message>
        <source>What for; goes into the log of exports</source>
        <translation>用途；记入导出日志</translation>
    </message>
    <message>
        <source>What names the person; by default what the channel needs</source>
        <translation>客户标识；默认按渠道选择</translation>
    </message>
    <message>
        <source>Columns beside it: customer, name, gender, city, store, staff_online, staff_onsite, member_level; with consent to the use of health data also doctor, skin_type, last_item, last_treatment</source>
        <translation>其他列：customer、name、gender、city、store、staff_online、staff_onsite、member_level；客户同意使用健康信息时还可有 doctor、skin_type、last_item、last_treatment</translation>
    </message>
    <message>
        <source>Text or a workbook; by default as the name of OUT ends</source>
        <translation>文本或工作簿；默认按 OUT 的扩展名</translation>
    </message>
    <message>
        <source>Of CSV</source>
        <translation>CSV 的编码</translation>
    </message>
    <message>
        <source>A report to print, as PDF: the customer journey of a month</source>
        <translation>可打印的 PDF 报告：某个月的客户旅程</translation>
    </message>
    <message>
        <source>The month reported on; by default the last whole one</source>
        <translation>报告的月份；默认为最近一个完整的月</translation>
    </message>
    <message>
        <source>What the period is compared with</source>
        <translation>与哪一期对比</translation>
    </message>
    <message>
        <source>Saved analyses, and their figures beside those of the data now</source>
        <translation>已保存的分析，与现在数据的数字对照</translation>
    </message>
    <message>
        <source>With recompute: keep the new figures instead of the old ones</source>
        <translation>与 recompute 同用：用新数字替换旧数字</translation>
    </message>
    <message>
        <source>How good the data are: every check, and how full the fields are</source>
        <translation>数据质量：各项检查与字段填写情况</translation>
    </message>
    <message>
        <source>Keep the question and its figures under this name; see analyses</source>
        <translation>以此名称保存问题和数字；见 analyses</translation>
    </message>
    <message>
        <source>A remark kept with it</source>
        <translation>一并保存的备注</translation>
    </message>
    <message>
        <source>Loads the files that are put into a folder, until Ctrl-C</source>
        <translation>自动导入放入文件夹的文件，按 Ctrl-C 结束</translation>
    </message>
    <message>
        <source>How often to look</source>
        <translation>每隔多少秒查看一次</translation>
    </message>
    <message>
        <source>Load what lies there now, then end</source>
        <translation>只导入现有文件，然后结束</translation>
    </message>
    <message>
        <source>Finds rows of one table, or across two, that are the same person</source>
        <translation>在一张表内或两张表之间找出属于同一人的行</translation>
    </message>
    <message>
        <source>File for the pairs, with what speaks for each</source>
        <translation>记录对写入的文件，附各项证据</translation>
    </message>
    <message>
        <source>What is compared, header=kind: name, word, date, phone, address, code or category</source>
        <translation>参与比较的列，写作 表头=类型：name、word、date、phone、address、code 或 category</translation>
    </message>
    <message>
        <source>Column that says who it is: measures the result, is never compared</source>
        <translation>标明真实身份的列：只用于检验结果，不参与比较</translation>
    </message>
    <message>
        <source>Lowest probability of a pair that is kept</source>
        <translation>保留记录对的最低概率</translation>
    </message>
    <message>
        <source>Lowest probability at which rows are joined</source>
        <translation>合并行的最低概率</translation>
    </message>
    <message>
        <source>Totals the files state against their rows, and balances of cards</source>
        <translation>文件自己的合计与各行相加对账，并核对卡项余额</translation>
    </message>
    <message>
        <source>What every load changed, also in figures of the past</source>
        <translation>每次导入改变了什么，包括历史数字</translation>
    </message>
    <message>
        <source>So many entries, the newest first</source>
        <translation>条数，最新的在前</translation>
    </message>
    <message>
        <source>Cleaning rules: what they are, what they changed, loaded files read again</source>
        <translation>清洗规则：有哪些、改动了什么、重新读入已导入的文件</translation>
    </message>
    <message>
        <source>Kind of file of the rule to add</source>
        <translation>要添加的规则的文件类型</translation>
    </message>
    <message>
        <source>Add a rule behind the others</source>
        <translation>在末尾添加一条规则</translation>
    </message>
    <message>
        <source>Switch a rule off, or on again</source>
        <translation>关闭或再开启一条规则</translation>
    </message>
    <message>
        <source>Let a rule work before the one above it</source>
        <translation>让一条规则先于它上面的那条</translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation>移除一条规则</translation>
    </message>
    <message>
        <source>List the cells a rule changed</source>
        <translation>列出一条规则改动的单元格</translation>
    </message>
    <message>
        <source>Only say what would change in the loaded files</source>
        <translation>只说明已导入的文件会有什么改变</translation>
    </message>
    <message>
        <source>Read loaded files again with the rules as they are now</source>
        <translation>按现在的规则重新读入已导入的文件</translation>
    </message>
    <message>
        <source>By what is wrong with them, with every value</source>
        <translation>按原因分组，列出每个值</translation>
    </message>
    <message>
        <source>Reads rows set aside again, with another value in a field</source>
        <translation>把问题行某字段换成另一个值后重新读取</translation>
    </message>
    <message>
        <source>Which field; see quarantine --groups</source>
        <translation>哪个字段，见 quarantine --groups</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>文件中的值</translation>
    </message>
    <message>
        <source>What is to stand there; &quot;&quot; = nothing known</source>
        <translation>改成什么；&quot;&quot; 表示未知</translation>
    </message>
    <message>
        <source>Only in files of this kind</source>
        <translation>只处理这一类文件</translation>
    </message>
    <message>
        <source>Names of items and channels that are not known, and what they perhaps mean</source>
        <translation>列出未识别的项目和渠道名称，以及可能的含义</translation>
    </message>
    <message>
        <source>With --merge and --split: only say what would change</source>
        <translation>与 --merge、--split 连用：只说明会有什么变化</translation>
    </message>
    <message>
        <source>Which events are steps</source>
        <translation>哪些事件算作步骤</translation>
    </message>
    <message>
        <source>Where a path begins</source>
        <translation>路径从哪里开始</translation>
    </message>
    <message>
        <source>Where it ends; without a start: the steps before it</source>
        <translation>路径到哪里结束；不设起点时看它之前的步骤</translation>
    </message>
    <message>
        <source>Columns, 2 to 12</source>
        <translation>列数，2 到 12</translation>
    </message>
    <message>
        <source>Only paths that reach the end</source>
        <translation>只看到达终点的路径</translation>
    </message>
    <message>
        <source>Event that counts as coming back</source>
        <translation>算作回来的事件</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Columns after period 0, 1 to 60</source>
        <translation>第 0 期之后的列数，1 到 60</translation>
    </message>
    <message>
        <source>Columns of so many days from each entry</source>
        <translation>从各自进入日起每列多少天</translation>
    </message>
    <message>
        <source>Periods begin with the entry, not with the calendar</source>
        <translation>周期从进入日算起，不按日历</translation>
    </message>
    <message>
        <source>The first event on the days asked for, not the first ever</source>
        <translation>取所选日期内的首次，而非有史以来的首次</translation>
    </message>
    <message>
        <source>What counts as active</source>
        <translation>什么算活跃</translation>
    </message>
    <message>
        <source>What happens to repeated steps</source>
        <translation>重复的步骤如何处理</translation>
    </message>
    <message>
        <source>The paths customers took: their first steps, or those between two events</source>
        <translation>客户走过的路径：最初几步，或两个事件之间的步骤</translation>
    </message>
    <message>
        <source>Steps it must pass through</source>
        <translation>必须经过的步骤</translation>
    </message>
    <message>
        <source>Which occurrence of the start opens a path</source>
        <translation>从起点的哪一次开始一条路径</translation>
    </message>
    <message>
        <source>Names per column; the rest is one &quot;other&quot;</source>
        <translation>每列列出几个名称；其余并为“其他”</translation>
    </message>
    <message>
        <source>The process view: what follows what, how long it waits, and the variants</source>
        <translation>流程视图：谁在谁之后、等多久、有哪些变体</translation>
    </message>
    <message>
        <source>Activities shown, 2 to 60; the rest is one &quot;other&quot;</source>
        <translation>显示的活动数，2 到 60；其余并为“其他”</translation>
    </message>
    <message>
        <source>Variants listed</source>
        <translation>列出的变体数</translation>
    </message>
    <message>
        <source>Retention: who came back, period by period after the first time</source>
        <translation>留存：首次之后各周期有谁回来</translation>
    </message>
    <message>
        <source>Event that puts a customer into a cohort</source>
        <translation>使客户进入同期群的事件</translation>
    </message>
    <message>
        <source>When a customer counts as retained in a column</source>
        <translation>在一列中怎样算留存</translation>
    </message>
    <message>
        <source>The first such event ever enters a cohort (as is usual)</source>
        <translation>有史以来首次发生时进入同期群（通常如此）</translation>
    </message>
    <message>
        <source>Every such event enters a cohort, not only the first</source>
        <translation>每次发生都进入同期群，而不只是首次</translation>
    </message>
    <message>
        <source>Life cycle: new, returning, resurrected, dormant and lost customers per period</source>
        <translation>生命周期：各周期的新客、持续、回流、沉默与流失客户</translation>
    </message>
    <message>
        <source>Periods of absence after which a customer is lost</source>
        <translation>缺席多少个周期后算流失</translation>
    </message>
    <message>
        <source>Stickiness: in how many periods of a range customers were active</source>
        <translation>黏性：客户在一段时间内的多少个周期里活跃</translation>
    </message>
    <message>
        <source>The period that ends the range and is looked at from its first day</source>
        <translation>看截至日所在的这个周期，从其第一天算起</translation>
    </message>
    <message>
        <source>Only periods in which at least one customer was active</source>
        <translation>只算至少有一位客户活跃的周期</translation>
    </message>
    <message>
        <source>Which channels brought the conversions, by all models side by side</source>
        <translation>哪些渠道带来了转化，各模型并列</translation>
    </message>
    <message>
        <source>Event that is a conversion</source>
        <translation>算作转化的事件</translation>
    </message>
    <message>
        <source>Which events with a channel are touches</source>
        <translation>哪些带渠道的事件是触点</translation>
    </message>
    <message>
        <source>How long before a conversion touches count</source>
        <translation>转化之前多久的触点算数</translation>
    </message>
    <message>
        <source>How long from the conversion on money counts for it</source>
        <translation>转化之后多久的金额算数</translation>
    </message>
    <message>
        <source>Which conversions of a customer count</source>
        <translation>客户的哪些转化算数</translation>
    </message>
    <message>
        <source>Also touches from before the conversion before</source>
        <translation>也算上一次转化之前的触点</translation>
    </message>
    <message>
        <source>What happens to repeated touches of a channel</source>
        <translation>同一渠道重复的触点如何处理</translation>
    </message>
    <message>
        <source>What direct visits may take</source>
        <translation>直接访问可以得到什么</translation>
    </message>
    <message>
        <source>Of time decay</source>
        <translation>时间衰减的半衰期</translation>
    </message>
    <message>
        <source>Percent for the first and the last touch by position</source>
        <translation>位置模型中首次和末次触点的百分比</translation>
    </message>
    <message>
        <source>Channels the Markov chain looks back, 1 to 4</source>
        <translation>马尔可夫链往回看几个渠道，1 到 4</translation>
    </message>
    <message>
        <source>What each channel cost, and what became of its leads</source>
        <translation>每个渠道花了多少，线索后来怎样</translation>
    </message>
    <message>
        <source>Leads of so many months up to the last day</source>
        <translation>到最后一天为止多少个月的线索</translation>
    </message>
    <message>
        <source>How long from the lead on money counts</source>
        <translation>留线索之后多久的金额算数</translation>
    </message>
    <message>
        <source>How long after the first purchase a second one counts</source>
        <translation>首次购买之后多久内再次购买算复购</translation>
    </message>
    <message>
        <source>Events period by period: how many, by whom, for how much</source>
        <translation>逐期看事件：多少次、多少人、多少钱</translation>
    </message>
    <message>
        <source>Which events count</source>
        <translation>哪些事件算数</translation>
    </message>
    <message>
        <source>What a period comes to</source>
        <translation>每期看什么</translation>
    </message>
    <message>
        <source>Which percentile of the amounts</source>
        <translation>金额的第几百分位</translation>
    </message>
    <message>
        <source>What stands beside it</source>
        <translation>与什么对比</translation>
    </message>
    <message>
        <source>One series per value of this field</source>
        <translation>按这个字段分成多条线</translation>
    </message>
    <message>
        <source>Series shown; the rest is one &quot;other&quot;</source>
        <translation>显示几条线；其余合为“其他”</translation>
    </message>
    <message>
        <source>How often customers did something, or for how much</source>
        <translation>客户做了多少次、多少钱</translation>
    </message>
    <message>
        <source>What is added up</source>
        <translation>累计什么</translation>
    </message>
    <message>
        <source>How long it takes from one event to the next</source>
        <translation>从一个事件到下一个要多久</translation>
    </message>
    <message>
        <source>Event that begins</source>
        <translation>起始事件</translation>
    </message>
    <message>
        <source>Event that ends it</source>
        <translation>结束事件</translation>
    </message>
    <message>
        <source>When in the week events happen, by the hour</source>
        <translation>事件发生在一周的哪个小时</translation>
    </message>
    <message>
        <source>Break down by an event field, an attribute of the customer, hour_block, opening:10-20, weekday, first_reply, booked_ahead or first_visit</source>
        <translation>按事件字段、客户属性或 hour_block、opening:10-20、weekday、first_reply、booked_ahead、first_visit 拆分</translation>
    </message>
    <message>
        <source>Sessions or visits: how deep, how long, where they begin and end</source>
        <translation>会话或到院：多深、多久、从哪里来到哪里走</translation>
    </message>
    <message>
        <source>What events are named by</source>
        <translation>事件按什么命名</translation>
    </message>
    <message>
        <source>Names shown; the rest is one &quot;other&quot;</source>
        <translation>显示几个名称；其余合为“其他”</translation>
    </message>
    <message>
        <source>A new campaign starts a new session</source>
        <translation>新的计划开始新的会话</translation>
    </message>
    <message>
        <source>Pages and searched words: views, time, where people leave, what they book</source>
        <translation>页面和搜索词：浏览、停留、从哪里离开、预约了多少</translation>
    </message>
    <message>
        <source>Only events of this channel</source>
        <translation>只看这个渠道的事件</translation>
    </message>
    <message>
        <source>Where customers are lost beyond the usual, and how much is at stake</source>
        <translation>哪里流失得比通常多，涉及多少钱</translation>
    </message>
    <message>
        <source>Steps of the way</source>
        <translation>过程的步骤</translation>
    </message>
    <message>
        <source>From first to last step</source>
        <translation>从第一步到最后一步</translation>
    </message>
    <message>
        <source>What customers are told apart by: event fields, hour_block, opening:10-20, weekday, first_reply, booked_ahead, first_visit, attributes</source>
        <translation>按什么区分客户：事件字段、hour_block、opening:10-20、weekday、first_reply、booked_ahead、first_visit、客户属性</translation>
    </message>
    <message>
        <source>How long from passing a step on money counts</source>
        <translation>走过一步之后多久内的金额算数</translation>
    </message>
    <message>
        <source>Fewest customers of a group</source>
        <translation>一组至少多少人</translation>
    </message>
    <message>
        <source>Campaigns: whom they reached, what came behind them, what they cost</source>
        <translation>营销计划：触达了谁、之后发生了什么、花了多少</translation>
    </message>
    <message>
        <source>How long behind the first contact arrivals and deals count</source>
        <translation>首次触达之后多久内的到院和成交算数</translation>
    </message>
    <message>
        <source>How long from the first contact on money counts</source>
        <translation>首次触达之后多久内的金额算数</translation>
    </message>
    <message>
        <source>Days and weeks that were not what the time before let expect</source>
        <translation>与此前预期不符的日子和星期</translation>
    </message>
    <message>
        <source>How many of the latest days are looked at</source>
        <translation>查看最近多少天</translation>
    </message>
    <message>
        <source>Sequences that those who reach an outcome have more often than the others</source>
        <translation>达到某结果的客户比其他客户更常见的行为顺序</translation>
    </message>
    <message>
        <source>Event that the sequences lead to</source>
        <translation>这些顺序导向的事件</translation>
    </message>
    <message>
        <source>Steps are told apart by this field too</source>
        <translation>步骤再按此字段区分</translation>
    </message>
    <message>
        <source>Kinds of event that are no step</source>
        <translation>不算步骤的事件种类</translation>
    </message>
    <message>
        <source>Steps of a sequence, 1 to 6</source>
        <translation>一个顺序的步数，1 至 6</translation>
    </message>
    <message>
        <source>Fewest customers of all who hold it</source>
        <translation>有此顺序的客户至少占全部的比例</translation>
    </message>
    <message>
        <source>Steps of so many of those who reached it are stages, and passed over</source>
        <translation>达到者中这么多人都有的步骤视为必经阶段，略过</translation>
    </message>
    <message>
        <source>Sequences listed, 1 to 500</source>
        <translation>列出的顺序个数，1 至 500</translation>
    </message>
    <message>
        <source>How satisfied customers are with what and whom, and who still waits</source>
        <translation>客户对项目和人员的满意度，以及谁还在等待处理</translation>
    </message>
    <message>
        <source>What answers are told apart by</source>
        <translation>评价按什么区分</translation>
    </message>
    <message>
        <source>Whose answers count</source>
        <translation>计入哪些评价</translation>
    </message>
    <message>
        <source>An answer is about treatments at most so long before</source>
        <translation>评价针对此前这么久之内的治疗</translation>
    </message>
    <message>
        <source>Low answers of so many days still wait for a call</source>
        <translation>这么多天内的差评仍待回访</translation>
    </message>
    <message>
        <source>Who buys within so many days came back</source>
        <translation>这么多天内消费即算再次消费</translation>
    </message>
</context>
<context>
    <name>HomeChoices</name>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>month before</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>year before</source>
        <translation>去年同月</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>按周</translation>
    </message>
</context>
<context>
    <name>HomeFindings</name>
    <message>
        <source>%1 end on %2; other files go on to %3.</source>
        <translation>%1只到 %2，其他文件已到 %3。</translation>
    </message>
    <message>
        <source>A kind of file that ends more than 7 days before the others.</source>
        <translation>某类文件的最后一天比数据截至日早 7 天以上。</translation>
    </message>
    <message>
        <source>The rate that moved most, of those resting on 30 or more in both periods whose change is no chance (p below 0.05).</source>
        <translation>变化最大的比率：两期 n 均不少于 30，且变化不像偶然（p 小于 0.05）。</translation>
    </message>
    <message>
        <source>The count that moved most, from 30 or more, by a fifth or more and more than twice what chance allows.</source>
        <translation>变化最大的人数：上期不少于 30，变化达到五分之一，且超过偶然波动的两倍。</translation>
    </message>
    <message>
        <source>%1 rose from %2 to %3 (of %4).</source>
        <translation>%1从 %2 升至 %3（%4）。</translation>
    </message>
    <message>
        <source>%1 fell from %2 to %3 (of %4).</source>
        <translation>%1从 %2 降至 %3（%4）。</translation>
    </message>
    <message>
        <source>The amount that moved most, of those made of 30 or more in both periods, by a fifth or more.</source>
        <translation>两期都有 30 笔以上、变动达到两成的金额中，变动最大的一个。</translation>
    </message>
    <message>
        <source>Of the groups that were surely lost more often than the others on the way from lead to deal in twelve months, those with most at stake.</source>
        <translation>十二个月里从线索到成交途中流失确实多于其他人的群体中，涉及金额最大的。</translation>
    </message>
    <message>
        <source>Of the last 14 days, the two latest days or weeks on which a number lay outside of what the weeks before let expect.</source>
        <translation>最近 14 天内，指标超出前几周所预期范围的最近两个日子或周。</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Updating</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>Updating the month&apos;s figures</source>
        <translation>正在更新当月指标</translation>
    </message>
    <message>
        <source>No bills, visits or leads have been loaded yet</source>
        <translation>还没有开单、到院或留资数据</translation>
    </message>
    <message>
        <source>Import files of the clinic and its month appears here.</source>
        <translation>导入机构的文件后，这里显示当月情况。</translation>
    </message>
    <message>
        <source>The last point is not complete yet.</source>
        <translation>最后一个点尚未完整。</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The clinic&apos;s month at a glance</source>
        <translation>一眼看清机构这个月</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Visits: one customer, one day, one store. Received: bills without stored value, deposits and top-ups, less refunds.</source>
        <translation>到院人次：同一客户、同一天、同一门店算一次。实收：开单（不含动用储值）、定金和储值充值，减去退费。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院人次</translation>
    </message>
    <message>
        <source>Received, thousand ¥</source>
        <translation>实收（万元）</translation>
    </message>
    <message>
        <source>Visits over time</source>
        <translation>到院人次趋势</translation>
    </message>
    <message>
        <source>Money received over time</source>
        <translation>实收趋势</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Reading saved analyses</source>
        <translation>正在读取已保存的分析</translation>
    </message>
    <message>
        <source>Cancelled. Choose other days above to count again.</source>
        <translation>已取消。在上方另选日期可重新统计。</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>本月至今</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>What stands out</source>
        <translation>本期发现</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Latest files</source>
        <translation>最近文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>没有明显变化</translation>
    </message>
    <message>
        <source>No file ends early, and no rate or count moved by more than chance allows.</source>
        <translation>没有文件提前截止，也没有比率或人数的变化超出偶然波动。</translation>
    </message>
    <message>
        <source>They count nowhere until they are mended.</source>
        <translation>修正之前不计入任何指标。</translation>
    </message>
    <message>
        <source>They may be one customer; somebody has to decide.</source>
        <translation>可能是同一位客户，需要人工判断。</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>Recent analyses</source>
        <translation>最近的分析</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) set aside</source>
        <translation>
            <numerusform>%Ln 行问题数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of records to compare</source>
        <translation>
            <numerusform>%Ln 对档案待复核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>kind of file, how many</comment>
        <translation>
            <numerusform>%1，%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>MMM yyyy</source>
        <comment>the month compared with</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>the month compared with</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>no figure for %1</source>
        <translation>%1无可比数据</translation>
    </message>
    <message>
        <source>as in %1</source>
        <translation>与%1持平</translation>
    </message>
    <message>
        <source>%1 %2 on %3</source>
        <comment>arrow, how much, month</comment>
        <translation>较%3 %1 %2</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <comment>month on an axis</comment>
        <translation>yy年M月</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>first day of a week on an axis</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>not final yet</source>
        <translation>尚未定数</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>figure, which file would give it</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not known yet: %1</source>
        <translation>暂时未知：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between figures</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, against %2. Money net of refunds, restated on the day of sale. %3 customers; test persons are left out.</source>
        <translation>%1，对比 %2。金额已减退费，冲回原开单日。共 %3 位客户，测试人员不计。</translation>
    </message>
    <message numerus="yes">
        <source>%n internal bill line(s) left out.</source>
        <translation>
            <numerusform>另有 %n 行内购未计。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>figure, month</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院人次</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
</context>
<context>
    <name>IdentityCommands</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Handles</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Handles merged</source>
        <translation>已合并标识</translation>
    </message>
    <message>
        <source>Pairs waiting for a decision</source>
        <translation>待确认配对</translation>
    </message>
    <message>
        <source>Merges refused</source>
        <translation>拒绝的合并</translation>
    </message>
    <message>
        <source>Blocked keys</source>
        <translation>屏蔽的键</translation>
    </message>
    <message>
        <source>Known customers</source>
        <translation>已知客户</translation>
    </message>
    <message>
        <source>Anonymous handles</source>
        <translation>匿名标识</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>GB18030 (Chinese)</source>
        <translation>GB18030（中文）</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>Left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可导入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) to confirm</source>
        <translation>
            <numerusform>需确认 %Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>不认识</translation>
    </message>
    <message>
        <source>Loaded already</source>
        <translation>已导入过</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 set aside of %2</source>
        <translation>问题行 %1，共 %2</translation>
    </message>
    <message>
        <source>all days in %1</source>
        <comment>a file</comment>
        <translation>全部日期见于 %1</translation>
    </message>
    <message>
        <source>until %1 in %2</source>
        <comment>day, file</comment>
        <translation>至 %1 见于 %2</translation>
    </message>
    <message>
        <source>from %1 in %2</source>
        <comment>day, file</comment>
        <translation>自 %1 见于 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>days, file</comment>
        <translation>%1 见于 %2</translation>
    </message>
    <message>
        <source>%1 of %2 loaded files</source>
        <translation>已导入 %2 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln other(s)</source>
        <comment>files</comment>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Still needed: %1. Look closer and name the columns, or leave the file out.</source>
        <translation>还缺少：%1。请查看并指定各列，或不导入这个文件。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>It is not clear what is in this file. Look closer and say it, or leave the file out.</source>
        <translation>无法确定这个文件里是什么。请查看并指明，或不导入这个文件。</translation>
    </message>
    <message>
        <source>“%1” as %2</source>
        <translation>“%1”作为%2</translation>
    </message>
    <message>
        <source>Taken by a similar name: %1. Look closer and confirm it once; it is remembered.</source>
        <translation>按相近名称识别：%1。请查看并确认一次，以后会记住。</translation>
    </message>
    <message>
        <source>Days of this file are loaded already. Equal rows count once; a row that was changed takes the place of the earlier one.</source>
        <translation>这个文件的部分日期已导入过。相同的行只计一次；改动过的行取代之前的行。</translation>
    </message>
    <message>
        <source>Rows that cannot be read safely are set aside with their reason; the others are imported.</source>
        <translation>无法可靠读取的行会注明原因，列为问题行；其余行照常导入。</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <comment>files</comment>
        <translation>%1 个可导入</translation>
    </message>
    <message>
        <source>%1 to confirm</source>
        <comment>files</comment>
        <translation>%1 个需确认</translation>
    </message>
    <message>
        <source>%1 not recognised</source>
        <comment>files</comment>
        <translation>%1 个不认识</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <comment>files</comment>
        <translation>%1 个无法读取</translation>
    </message>
    <message>
        <source>%1 loaded already</source>
        <comment>files</comment>
        <translation>%1 个已导入过</translation>
    </message>
    <message>
        <source>%1 being read</source>
        <comment>files</comment>
        <translation>%1 个正在读取</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <comment>files</comment>
        <translation>%1 个不导入</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) hold up the import: look closer and decide, or leave them out.</source>
        <translation>
            <numerusform>还有 %Ln 个文件需要决定后才能导入：请查看并确认，或不导入它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to import.</source>
        <translation>没有可导入的文件。</translation>
    </message>
    <message>
        <source>This file is not imported. It stays where it is.</source>
        <translation>这个文件不会导入，仍保留在原处。</translation>
    </message>
    <message>
        <source>The same content is loaded already: this file is left out.</source>
        <translation>相同的内容已经导入过，这个文件不再导入。</translation>
    </message>
</context>
<context>
    <name>JourneyReport</name>
    <message>
        <source>%1 against %2 (%3)</source>
        <translation>较 %2（%3）%1</translation>
    </message>
    <message>
        <source>95 % certain: %1 to %2</source>
        <translation>95 % 置信区间 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 still open</source>
        <translation>其中 %1 位仍在进行中</translation>
    </message>
    <message>
        <source>Customers on their way</source>
        <translation>本期有动作的客户</translation>
    </message>
    <message>
        <source>From lead to sale</source>
        <translation>留资到成交</translation>
    </message>
    <message>
        <source>Median time from lead to sale</source>
        <translation>留资到成交的中位时长</translation>
    </message>
    <message>
        <source>half of them between %1 and %2</source>
        <translation>半数客户：%1 至 %2</translation>
    </message>
    <message>
        <source>Recoverable customers</source>
        <translation>可挽回客户</translation>
    </message>
    <message>
        <source>of %1 ever lost; %2 of them active in the last %3 days</source>
        <translation>累计流失 %1 位，其中近 %3 天仍有动作的 %2 位</translation>
    </message>
    <message>
        <source>Customer journey report</source>
        <translation>客户旅程报告</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clinic, period</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What the figures say</source>
        <translation>数据说明了什么</translation>
    </message>
    <message>
        <source>What it is based on</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>%1 events of %2 known customers, %3 to %4.</source>
        <translation>%2 位已知客户的 %1 条行为，%3 至 %4。</translation>
    </message>
    <message>
        <source>MMM d, yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Customer journey report, %1</source>
        <translation>客户旅程报告，%1</translation>
    </message>
    <message>
        <source>Made on %1, data up to %2, run %3</source>
        <translation>生成于 %1，数据截至 %2，批次 %3</translation>
    </message>
</context>
<context>
    <name>JourneyTables</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Net paid each</source>
        <translation>人均实收</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Other sequences (%1 different ones)</source>
        <translation>其他路径（共 %1 种）</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Who they are and what helps</source>
        <translation>是谁，怎么做</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>Duplicate, replaced or left out</source>
        <translation>重复、被替换或跳过</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The most frequent ways through the clinic</source>
        <translation>客户最常走的路径</translation>
    </message>
    <message>
        <source>No customer has an event from lead to referral in this period.</source>
        <translation>本期没有客户产生留资到转介绍的行为。</translation>
    </message>
    <message>
        <source>Customer segments (RFM)</source>
        <translation>客户分层（RFM）</translation>
    </message>
    <message>
        <source>Nobody has bought yet, so there are no segments.</source>
        <translation>还没有成交客户，暂无分层。</translation>
    </message>
    <message>
        <source>In each cell: customers, and below their average spend.</source>
        <translation>每格上方为客户数，下方为人均消费。</translation>
    </message>
    <message>
        <source>What became of the rows</source>
        <translation>每一行数据的去向</translation>
    </message>
    <message>
        <source>Repaired: stored after a repair that loses nothing. Set aside: kept with a reason, can be mended and loaded again. Replaced: a later row of the same key took its place. Left out: totals, repeated headers, rows a rule leaves out.</source>
        <translation>已修复：无损修复后入库。问题行：保留并注明原因，改好后可再次导入。被替换：同一主键的后一行取代了它。跳过：合计行、重复表头，以及按规则不导入的行。</translation>
    </message>
    <message>
        <source>Definitions and privacy</source>
        <translation>口径说明与隐私</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>The %1 most frequent of %2 different sequences hold %3 of %4.</source>
        <translation>%4共走出 %2 种路径，最常见的 %1 种占 %3。</translation>
    </message>
    <message>
        <source>%1 other sources</source>
        <translation>其他 %1 类</translation>
    </message>
</context>
<context>
    <name>JourneyTerms</name>
    <message>
        <source>%1 is compared with %2. Both are seen equally long after their end, so that an older period has no advantage.</source>
        <translation>%1与 %2对比。两期都观察到期末之后同样长的时间，较早的一期不占便宜。</translation>
    </message>
    <message>
        <source>No comparison was asked for.</source>
        <translation>未选择对比。</translation>
    </message>
    <message>
        <source>There are no customers in the period before, so nothing is compared.</source>
        <translation>对比期没有客户，因此不作对比。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Known customers without test persons and without those outside the filter: %1 of %2.</source>
        <translation>已知客户，不含测试人员和筛选范围以外的客户：%1 / %2。</translation>
    </message>
    <message>
        <source>All %1 known customers.</source>
        <translation>全部 %1 位已知客户。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>%1, %2 days. Whole civil days of the clinic.</source>
        <translation>%1，共 %2 天，按诊所自然日计算。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>A person, not a record. Records of one person are brought together by chart number, identity card, WeChat id, login, phone and e-mail, the surest key first. Different full names or birth dates keep records apart, also when relatives share a phone. Decisions of people come before all rules and can be taken back.</source>
        <translation>按人计算，不按记录计算。同一个人的记录依次按病历号、身份证、微信标识、登录账号、手机号和邮箱合并，最可靠的优先。姓名或生日不同的记录不合并，亲属共用手机号时也是如此。人工判断优先于所有规则，并且可以撤回。</translation>
    </message>
    <message>
        <source>Known customer</source>
        <translation>已知客户</translation>
    </message>
    <message>
        <source>A person with a key besides a device, a masked number or the last digits of one, or who left a lead.</source>
        <translation>除设备、打码号码或尾号以外，还有别的身份标识，或留过线索的人。</translation>
    </message>
    <message>
        <source>Lost, still open</source>
        <translation>流失与进行中</translation>
    </message>
    <message>
        <source>Lost: the time from the first step has run out, and the next step did not come. Still open: the time is not over yet. Reached, lost and still open together are those who came to the step before.</source>
        <translation>流失：从第一步起的转化窗口已结束，下一步没有发生。进行中：窗口尚未结束。完成、流失与进行中三者之和等于走到上一步的客户。</translation>
    </message>
    <message>
        <source>95 % certain</source>
        <translation>95 % 置信区间</translation>
    </message>
    <message>
        <source>The range in which the true share lies with 95 % certainty (Wilson; for differences Newcombe). Below 30 customers no conclusion is drawn.</source>
        <translation>真实占比有 95 % 的把握落在此范围内（Wilson 法；差值用 Newcombe 法）。客户少于 30 位时不下结论。</translation>
    </message>
    <message>
        <source>Recoverable</source>
        <translation>可挽回客户</translation>
    </message>
    <message>
        <source>Customers who were lost at any step of the funnel, gave a sign of life in the last %1 days (any event of their own, no message sent to them) and agreed to marketing on at least one channel.</source>
        <translation>在漏斗任一步流失、近 %1 天内仍有自己的行为（不含我们发出的消息）、且至少在一个渠道同意接收营销信息的客户。</translation>
    </message>
    <message>
        <source>Net paid</source>
        <translation>实收净额</translation>
    </message>
    <message>
        <source>Bills, deposits and top-ups less refunds, without gifts. A deposit or top-up that also stands on a bill counts once.</source>
        <translation>开单、定金与储值的收款减去退款，不含赠送。定金或储值若同时出现在账单上，只计一次。</translation>
    </message>
    <message>
        <source>RFM</source>
        <translation>RFM</translation>
    </message>
    <message>
        <source>Recency, frequency and money: when a customer came last, on how many days, and how much was paid. Each is better or worse than the median of all buyers, which makes eight segments.</source>
        <translation>最近一次、次数与金额：客户最近何时来过、来过多少天、付了多少钱。每项与全部成交客户的中位数相比，分为八个分层。</translation>
    </message>
    <message>
        <source>Uncertain rows</source>
        <translation>存疑的行</translation>
    </message>
    <message>
        <source>Rows that cannot be read safely are set aside with their reason and can be mended and loaded again. Nothing is dropped silently.</source>
        <translation>无法可靠读取的行会注明原因，列为问题行，改好后可再次导入。没有任何一行被悄悄丢弃。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>This report holds sums only: no names, no phone numbers, no customer numbers. Small groups may still point to a person; treat the paper as confidential.</source>
        <translation>本报告只含汇总数字，不含姓名、电话和客户编号。人数很少的分组仍可能指向个人，请按保密资料保管。</translation>
    </message>
</context>
<context>
    <name>JourneyText</name>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>互动</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>留资</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>面诊</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Aftercare</source>
        <translation>术后回访</translation>
    </message>
    <message>
        <source>Repurchase</source>
        <translation>复购</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>95 % certain: %1 to %2</source>
        <translation>95 % 置信区间 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 of those who left their details have bought; in %2 it was %3 after the same time.</source>
        <translation>留资客户中已有 %1 成交；%2在同样长的时间后为 %3。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>data seen up to %1</source>
        <translation>数据观察至 %1</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Fewer than 30 customers: the numbers are shown, no conclusion is drawn.</source>
        <translation>客户少于 30 位：只列数字，不下结论。</translation>
    </message>
    <message>
        <source>Nothing stands out in this period.</source>
        <translation>本期没有特别突出的变化。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, reason</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>visitors not recognised</source>
        <translation>位未识别的访客</translation>
    </message>
    <message>
        <source>test persons or customers outside the filter</source>
        <translation>位测试人员或筛选范围以外的客户</translation>
    </message>
    <message>
        <source>customers without an event in the period</source>
        <translation>位本期没有行为的客户</translation>
    </message>
    <message>
        <source>rows set aside because they could not be read</source>
        <translation>行因无法读取列为问题行</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>没有任何数据被排除。</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>未计入：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Customers: known persons with an event from lead to referral in %1. Recoverable: lost at any step of the funnel, whenever they entered; a sign of life in the last %2 days; marketing consent on at least one channel; as of %3. Net paid: bills, deposits and top-ups less refunds.</source>
        <translation>客户：%1内有留资到转介绍任一行为的已知客户。可挽回：在漏斗任一步流失（不限进入时间），近 %2 天仍有动作，且至少在一个渠道同意接收营销信息；截至 %3。实收：开单、定金与储值的收款减去退款。</translation>
    </message>
    <message>
        <source>Customers whose first step lies in %1; %2 from the first step to the last, in order, each customer once; %3. Still open: their time has not run out.</source>
        <translation>第一步在 %1的客户；从第一步到最后一步 %2，按先后顺序，每位客户只计一次；%3。进行中：转化窗口尚未结束。</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>%1 is seen up to %2, equally long after its end.</source>
        <translation>%1观察至 %2，期末之后的时间同样长。</translation>
    </message>
    <message>
        <source>Stages of a customer in %1 in the order in which each first came, from lead to referral; repeats are not shown. Repurchase: a sale on a later day than the first ever. Days: median from the first stage to the last. Net paid in the period; %2.</source>
        <translation>客户在 %1内经过的阶段，按首次出现的先后排列，从留资到转介绍，重复不再列出。复购：首次成交之后另一天的成交。天数：从第一个阶段到最后一个阶段的中位数。人均实收为本期实收；%2。</translation>
    </message>
    <message>
        <source>Nobody bought in the 24 months before the end of the period.</source>
        <translation>期末之前的 24 个月内没有成交客户。</translation>
    </message>
    <message>
        <source>Every row of every file has exactly one fate; rows read is the sum of the columns behind it. All files loaded so far, %1.</source>
        <translation>每个文件的每一行都有且只有一个去向；读取行数等于其后各列之和。包含至今导入的全部文件，%1。</translation>
    </message>
    <message>
        <source>The same definitions hold on the pages of the program and in the figures of this report.</source>
        <translation>程序各页面与本报告使用同一套口径。</translation>
    </message>
    <message>
        <source>Most customers are lost between &quot;%1&quot; and &quot;%2&quot;: %3 of the %4 who had come so far, that is %5 (%6). Counted over %7.</source>
        <translation>流失最多的一步是“%1”到“%2”：走到这里的 %4 位客户中流失了 %3 位，占 %5（%6）。统计范围：%7。</translation>
    </message>
    <message>
        <source>The change, %1 with 95 % certainty, is more than chance.</source>
        <translation>变化为 %1，置信度 95 %，不是偶然波动。</translation>
    </message>
    <message>
        <source>The change, %1 with 95 % certainty, may be chance.</source>
        <translation>变化为 %1，置信度 95 %，可能只是偶然波动。</translation>
    </message>
    <message>
        <source>%1 of the %2 customers who were ever lost on the way gave a sign of life in the last %3 days and may be contacted.</source>
        <translation>累计流失的 %2 位客户中，有 %1 位近 %3 天仍有动作，并且可以联系。</translation>
    </message>
    <message>
        <source>They all stopped before &quot;%1&quot;.</source>
        <translation>他们全部停在“%1”之前。</translation>
    </message>
    <message>
        <source>Most of them, %1, stopped before &quot;%2&quot;.</source>
        <translation>其中大多数（%1 位）停在“%2”之前。</translation>
    </message>
    <message>
        <source>%1 points (%2 to %3)</source>
        <translation>%1 个百分点（%2 至 %3）</translation>
    </message>
    <message>
        <source>Only customers by the filter %1. %2</source>
        <comment>filter, sentence about the others</comment>
        <translation>仅含符合筛选的客户（%1）。%2</translation>
    </message>
    <message>
        <source>Customers with a lead in the twelve months %1, from it on; each stage where it first came; %2. Bars and bands are as wide as the number of customers.</source>
        <translation>十二个月 %1 内有线索的客户，自线索起；每个阶段取首次；%2。色块和色带的宽度即客户数。</translation>
    </message>
    <message>
        <source>Twelve months, %1. Groups surely lost more often than all others of their step. At stake: lost beyond the usual × share that paid × what they paid in the middle within %2 days; at most, not to be added up.</source>
        <translation>十二个月，%1。确比同一步骤的其他客户流失更多的群体。涉及金额：超出通常的流失人数 × 付费占比 × %2 天内付费中位数；为上限，不可相加。</translation>
    </message>
    <message>
        <source>Conversions of twelve months, %1; touches up to %2 days before. Every model divides the same conversions; none says what a channel caused.</source>
        <translation>十二个月的转化，%1；此前 %2 天内的触点。各模型分配同样的转化，都不说明渠道带来了什么。</translation>
    </message>
</context>
<context>
    <name>JourneyWays</name>
    <message>
        <source>Where</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Beyond usual</source>
        <translation>超出通常</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Look at first</source>
        <translation>先看什么</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1（共 %2）</translation>
    </message>
    <message>
        <source>The ways customers take</source>
        <translation>客户走过的路径</translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation>卡点</translation>
    </message>
    <message>
        <source>What the channels brought</source>
        <translation>渠道带来了什么</translation>
    </message>
    <message>
        <source>Most frequent paths through the channels</source>
        <translation>最常见的渠道路径</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Write to the recoverable customers</source>
        <translation>联系可挽回的客户</translation>
    </message>
    <message>
        <source>%1 were lost, gave a sign of life lately and agreed to marketing.</source>
        <translation>%1已流失，近期有动静，并同意营销。</translation>
    </message>
    <message>
        <source>Mend the rows that are set aside</source>
        <translation>修正问题数据</translation>
    </message>
    <message>
        <source>%1 rows stand in no figure until then.</source>
        <translation>在此之前 %1 行不计入任何数字。</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Proposed by fixed rules from the figures of this report; people decide.</source>
        <translation>按固定规则由本报告的数字提出，由人决定。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
</context>
<context>
    <name>KpiCommand</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>%1 against %2; money net of refunds, restated on the day of sale.</source>
        <translation>%1，对比 %2；金额已减退费，冲回原开单日。</translation>
    </message>
</context>
<context>
    <name>KpiText</name>
    <message>
        <source>card balances</source>
        <translation>卡项余额</translation>
    </message>
    <message>
        <source>follow-up calls</source>
        <translation>回访记录</translation>
    </message>
    <message>
        <source>voucher orders</source>
        <translation>团购券订单</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Needs: %1</source>
        <translation>需要：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of files</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The files begin later</source>
        <translation>文件起始日较晚</translation>
    </message>
    <message>
        <source>Spend is known by channel only</source>
        <translation>推广费用只能按渠道拆分</translation>
    </message>
    <message>
        <source>Spend is known for the whole clinic only</source>
        <translation>推广费用只有全机构的数</translation>
    </message>
    <message>
        <source>Nothing to divide by</source>
        <translation>没有可作分母的数</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>first day of a period</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>last day of a period</comment>
        <translation>M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bill(s)</source>
        <translation>
            <numerusform>%Ln 笔开单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s)</source>
        <translation>
            <numerusform>%Ln 笔收款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln treatment(s)</source>
        <translation>
            <numerusform>%Ln 次治疗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln 次到院</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln booking(s)</source>
        <translation>
            <numerusform>%Ln 次预约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s)</source>
        <translation>
            <numerusform>%Ln 条线索</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln 次购买</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LifecycleView</name>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>未来</translation>
    </message>
    <message>
        <source>Away for longer</source>
        <translation>久未来</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Active for the first time ever</source>
        <translation>第一次活跃</translation>
    </message>
    <message>
        <source>Active in this period and in the one before</source>
        <translation>本期和上一期都活跃</translation>
    </message>
    <message>
        <source>Active again after at least one period without</source>
        <translation>隔了至少一期后再次活跃</translation>
    </message>
    <message>
        <source>Active in the period before, not in this one</source>
        <translation>上一期活跃，本期没有</translation>
    </message>
    <message>
        <source>Not active for more than one period</source>
        <translation>超过一期没有活跃</translation>
    </message>
    <message>
        <source>Not active for %1 periods or more</source>
        <translation>%1 期或更久没有活跃</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>活跃客户</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Active: “%1”. %2 ever, %3 never.</source>
        <translation>活跃指“%1”。曾经 %2，从未 %3 人。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Too few whole periods or customers for a comparison.</source>
        <translation>完整的期数或客户太少，不能比较。</translation>
    </message>
    <message>
        <source>In %1 %2 were active: %3 stayed, %4 came back, %5 are new.</source>
        <translation>%1 有 %2活跃：%3 人留下，%4 人回归，%5 人是新客。</translation>
    </message>
    <message>
        <source>Of the %1 of %2, %3 stayed (95 % range %4 to %5).</source>
        <translation>%2 的 %1中 %3 留下（95 % 区间 %4 到 %5）。</translation>
    </message>
    <message>
        <source>%1 came and %2 stayed away: the circle grows.</source>
        <translation>来了 %1 人，%2 人未来：客户圈在扩大。</translation>
    </message>
    <message>
        <source>%1 came and %2 stayed away: the circle shrinks.</source>
        <translation>来了 %1 人，%2 人未来：客户圈在缩小。</translation>
    </message>
    <message>
        <source>%1 count as lost since then.</source>
        <translation>另有 %1 人自此算作流失。</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>%1, not over</source>
        <translation>%1（未结束）</translation>
    </message>
</context>
<context>
    <name>LostReasonsView</name>
    <message>
        <source>Nothing written down</source>
        <translation>没有登记</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Lost on the way to “%1”: %2</source>
        <translation>在去“%1”的路上流失：%2</translation>
    </message>
    <message>
        <source>Nobody was lost.</source>
        <translation>没有人流失。</translation>
    </message>
    <message>
        <source>Nothing is written down of why %1 were lost.</source>
        <translation>%1流失了，没有登记原因。</translation>
    </message>
    <message>
        <source>Of %1 lost, something is written down of %2; most often on the way to “%3”: %4 (%5).</source>
        <translation>流失的%1中，%2 有登记；最多的是在去“%3”的路上：%4（%5）。</translation>
    </message>
    <message>
        <source>Lost on the way to</source>
        <translation>在去哪一步的路上</translation>
    </message>
    <message>
        <source>What was written down</source>
        <translation>登记的原因</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Of the lost here</source>
        <translation>占这一步流失</translation>
    </message>
</context>
<context>
    <name>MatchCommand</name>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Pairs compared</source>
        <translation>比较的记录对</translation>
    </message>
    <message>
        <source>Pairs kept</source>
        <translation>保留的记录对</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>不同的人</translation>
    </message>
    <message>
        <source>Merges refused</source>
        <translation>被拒绝的合并</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>From probability</source>
        <translation>概率不低于</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>as joined</source>
        <translation>合并结果</translation>
    </message>
    <message>
        <source>Probability from</source>
        <translation>概率从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>记录对</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>True</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Of the pairs that are one person, %1 were compared.</source>
        <translation>同一人的记录对中，有 %1 参与了比较。</translation>
    </message>
</context>
<context>
    <name>MendingCommands</name>
    <message>
        <source>No row is set aside.</source>
        <translation>没有问题行。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>No row that is set aside has this value there.</source>
        <translation>问题行中没有这个值。</translation>
    </message>
    <message>
        <source>%1 rows read again: %2 taken, %3 set aside again.</source>
        <translation>重新读取 %1 行：采用 %2 行，仍有问题 %3 行。</translation>
    </message>
</context>
<context>
    <name>MendingView</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>kind of file, field, what is wrong</comment>
        <translation>%1 · %2：%3</translation>
    </message>
</context>
<context>
    <name>MoneyAxis</name>
    <message>
        <source>Money, thousand ¥</source>
        <translation>金额（万元）</translation>
    </message>
</context>
<context>
    <name>MonitorView</name>
    <message>
        <source>week from %1</source>
        <translation>%1 起的一周</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Money received</source>
        <translation>实收金额</translation>
    </message>
    <message>
        <source>%1, %2: %3 instead of about %4 (usual %5 to %6)</source>
        <translation>%1，%2：%3，预期约 %4（通常 %5 至 %6）</translation>
    </message>
    <message>
        <source>; mostly %1</source>
        <translation>；主要来自 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; it has stood higher for a while</source>
        <translation>；一段时间以来一直偏高</translation>
    </message>
    <message>
        <source>; it has stood lower for a while</source>
        <translation>；一段时间以来一直偏低</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>%1: nothing since %2. A file may be missing.</source>
        <translation>%1：自 %2 起没有数据，可能缺少文件。</translation>
    </message>
    <message>
        <source>%1: too few to tell an odd week from chance.</source>
        <translation>%1：数量太少，无法区分异常与偶然波动。</translation>
    </message>
    <message>
        <source>%1: too little time with data to say what is usual.</source>
        <translation>%1：有数据的时间太短，无法判断通常水平。</translation>
    </message>
    <message>
        <source>What is usual comes from the weeks before; public holidays are left out. A value named is where it moved, not why.</source>
        <translation>通常水平来自之前数周，法定节假日不计入。列出的取值说明变化出现在哪里，而不是原因。</translation>
    </message>
    <message>
        <source>Nothing stands out from %1 to %2.</source>
        <translation>%1 至 %2 没有异常。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Expected; the band is usual</source>
        <translation>预期；色带为正常范围</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周起始</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>正常范围</translation>
    </message>
    <message>
        <source>Where it moved</source>
        <translation>变化出现在</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>Monitors</name>
    <message>
        <source>What</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>customer records</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>网电登记</translation>
    </message>
    <message>
        <source>bill lines</source>
        <translation>开单明细</translation>
    </message>
    <message>
        <source>treatments delivered</source>
        <translation>消耗明细</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>web events</source>
        <translation>线上行为</translation>
    </message>
    <message>
        <source>messages sent</source>
        <translation>触达记录</translation>
    </message>
    <message>
        <source>ad spend</source>
        <translation>投放消耗</translation>
    </message>
    <message>
        <source>consents</source>
        <translation>授权记录</translation>
    </message>
    <message>
        <source>important, valuable</source>
        <translation>重要价值</translation>
    </message>
    <message>
        <source>important, keep</source>
        <translation>重要保持</translation>
    </message>
    <message>
        <source>important, develop</source>
        <translation>重要发展</translation>
    </message>
    <message>
        <source>important, win back</source>
        <translation>重要挽留</translation>
    </message>
    <message>
        <source>ordinary, valuable</source>
        <translation>一般价值</translation>
    </message>
    <message>
        <source>ordinary, keep</source>
        <translation>一般保持</translation>
    </message>
    <message>
        <source>ordinary, develop</source>
        <translation>一般发展</translation>
    </message>
    <message>
        <source>ordinary, win back</source>
        <translation>一般挽留</translation>
    </message>
    <message>
        <source>Champions</source>
        <translation>冠军客户</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠诚客户</translation>
    </message>
    <message>
        <source>Potential loyalist</source>
        <translation>潜力忠诚</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Promising</source>
        <translation>有潜力</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>About to sleep</source>
        <translation>即将沉睡</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>有流失风险</translation>
    </message>
    <message>
        <source>Can&apos;t lose</source>
        <translation>不可流失</translation>
    </message>
    <message>
        <source>Hibernating</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>No purchase</source>
        <translation>未消费</translation>
    </message>
    <message>
        <source>ad click</source>
        <translation>广告点击</translation>
    </message>
    <message>
        <source>content viewed</source>
        <translation>浏览内容</translation>
    </message>
    <message>
        <source>content liked or commented</source>
        <translation>内容互动</translation>
    </message>
    <message>
        <source>page view</source>
        <translation>页面浏览</translation>
    </message>
    <message>
        <source>item viewed</source>
        <translation>查看项目</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>form started</source>
        <translation>开始填表</translation>
    </message>
    <message>
        <source>direct message opened</source>
        <translation>私信咨询</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>留资</translation>
    </message>
    <message>
        <source>form sent</source>
        <translation>提交表单</translation>
    </message>
    <message>
        <source>call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>voucher bought</source>
        <translation>购券</translation>
    </message>
    <message>
        <source>coupon claimed</source>
        <translation>领券</translation>
    </message>
    <message>
        <source>WeChat added</source>
        <translation>加微</translation>
    </message>
    <message>
        <source>group joined</source>
        <translation>入群</translation>
    </message>
    <message>
        <source>account followed</source>
        <translation>关注公众号</translation>
    </message>
    <message>
        <source>mini program opened</source>
        <translation>打开小程序</translation>
    </message>
    <message>
        <source>online consultation</source>
        <translation>线上咨询</translation>
    </message>
    <message>
        <source>quote sent</source>
        <translation>划价</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>booking changed</source>
        <translation>改约</translation>
    </message>
    <message>
        <source>booking cancelled</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>triage</source>
        <translation>分诊</translation>
    </message>
    <message>
        <source>voucher redeemed</source>
        <translation>验券</translation>
    </message>
    <message>
        <source>consultation on site</source>
        <translation>面诊</translation>
    </message>
    <message>
        <source>no deal</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>deposit paid</source>
        <translation>付定金</translation>
    </message>
    <message>
        <source>deal</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>开单</translation>
    </message>
    <message>
        <source>stored value topped up</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>course finished</source>
        <translation>疗程完成</translation>
    </message>
    <message>
        <source>photos compared</source>
        <translation>对比照</translation>
    </message>
    <message>
        <source>follow-up done</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>survey answered</source>
        <translation>填写问卷</translation>
    </message>
    <message>
        <source>review posted</source>
        <translation>发布评价</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>客诉</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>message sent</source>
        <translation>发送触达</translation>
    </message>
    <message>
        <source>message opened</source>
        <translation>打开触达</translation>
    </message>
    <message>
        <source>message clicked</source>
        <translation>点击触达</translation>
    </message>
    <message>
        <source>message answered</source>
        <translation>回复触达</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>WeChat contact deleted</source>
        <translation>被删好友</translation>
    </message>
    <message>
        <source>points earned</source>
        <translation>获得积分</translation>
    </message>
    <message>
        <source>points used</source>
        <translation>使用积分</translation>
    </message>
    <message>
        <source>level raised</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>recommendation shown</source>
        <translation>展示推荐</translation>
    </message>
    <message>
        <source>recommendation clicked</source>
        <translation>点击推荐</translation>
    </message>
    <message>
        <source>consent given</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>撤回授权</translation>
    </message>
    <message>
        <source>package expired</source>
        <translation>卡项过期</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>birth year</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>city</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>source in detail</source>
        <translation>来源明细</translation>
    </message>
    <message>
        <source>online consultant</source>
        <translation>网电咨询师</translation>
    </message>
    <message>
        <source>consultant</source>
        <translation>咨询师</translation>
    </message>
    <message>
        <source>doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>member level</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>stored value</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>bonus money</source>
        <translation>赠金余额</translation>
    </message>
    <message>
        <source>skin type</source>
        <translation>肤质</translation>
    </message>
    <message>
        <source>member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>WeCom contact</source>
        <translation>企微好友</translation>
    </message>
    <message>
        <source>test person</source>
        <translation>测试客户</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>member since</source>
        <translation>入会日期</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>taken as it stands</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>被替换</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>bytes that are no text in this encoding</source>
        <translation>含有该编码无法识别的字节</translation>
    </message>
    <message>
        <source>a NUL byte stood in the row</source>
        <translation>行内有空字节</translation>
    </message>
    <message>
        <source>a quote was opened and never closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>too few cells</source>
        <translation>列数不足</translation>
    </message>
    <message>
        <source>too many cells</source>
        <translation>列数过多</translation>
    </message>
    <message>
        <source>the row is too long</source>
        <translation>行太长</translation>
    </message>
    <message>
        <source>nothing says who it is about</source>
        <translation>无法判断是谁</translation>
    </message>
    <message>
        <source>a required value is missing</source>
        <translation>缺少必填值</translation>
    </message>
    <message>
        <source>not a time</source>
        <translation>不是有效时间</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>不是有效日期</translation>
    </message>
    <message>
        <source>day and month cannot be told apart</source>
        <translation>日与月无法区分</translation>
    </message>
    <message>
        <source>lies in the future</source>
        <translation>时间在未来</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是有效金额</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>digits of the phone number are lost</source>
        <translation>手机号数字已丢失</translation>
    </message>
    <message>
        <source>digits of the number are lost</source>
        <translation>编号数字已丢失</translation>
    </message>
    <message>
        <source>not a value of this field</source>
        <translation>不是该字段的取值</translation>
    </message>
    <message>
        <source>a total line</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>the header again</source>
        <translation>重复的表头</translation>
    </message>
    <message>
        <source>left out by the mapping</source>
        <translation>按映射规则跳过</translation>
    </message>
    <message>
        <source>a blank row</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>full-width characters</source>
        <translation>全角字符</translation>
    </message>
    <message>
        <source>spelling of a phone number</source>
        <translation>手机号写法</translation>
    </message>
    <message>
        <source>not a valid phone number</source>
        <translation>不是有效手机号</translation>
    </message>
    <message>
        <source>a placeholder, not a phone number</source>
        <translation>占位手机号</translation>
    </message>
    <message>
        <source>masked phone number</source>
        <translation>掩码手机号</translation>
    </message>
    <message>
        <source>a second phone number</source>
        <translation>第二个手机号</translation>
    </message>
    <message>
        <source>spelling of a date</source>
        <translation>日期写法</translation>
    </message>
    <message>
        <source>part of the date was worked out</source>
        <translation>日期部分为推算</translation>
    </message>
    <message>
        <source>a placeholder, not a date</source>
        <translation>占位日期</translation>
    </message>
    <message>
        <source>spelling of an amount</source>
        <translation>金额写法</translation>
    </message>
    <message>
        <source>amount rounded</source>
        <translation>金额已取整</translation>
    </message>
    <message>
        <source>a word for “nothing”</source>
        <translation>表示“无”的词</translation>
    </message>
    <message>
        <source>spreadsheet guard removed</source>
        <translation>去除表格防护符</translation>
    </message>
    <message>
        <source>age out of range</source>
        <translation>年龄超出范围</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>Xiaohongshu ads</source>
        <translation>小红书广告</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Douyin ads</source>
        <translation>抖音广告</translation>
    </message>
    <message>
        <source>Douyin local deals</source>
        <translation>抖音团购</translation>
    </message>
    <message>
        <source>WeChat Channels</source>
        <translation>视频号</translation>
    </message>
    <message>
        <source>Meituan and Dianping</source>
        <translation>美团点评</translation>
    </message>
    <message>
        <source>SoYoung</source>
        <translation>新氧</translation>
    </message>
    <message>
        <source>GengMei</source>
        <translation>更美</translation>
    </message>
    <message>
        <source>Baidu ads</source>
        <translation>百度竞价</translation>
    </message>
    <message>
        <source>Baidu search</source>
        <translation>百度自然搜索</translation>
    </message>
    <message>
        <source>Tencent ads</source>
        <translation>腾讯广告</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企业微信</translation>
    </message>
    <message>
        <source>WeChat account</source>
        <translation>公众号</translation>
    </message>
    <message>
        <source>Mini program</source>
        <translation>小程序</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>官网</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>网页搜索</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>老客转介</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>自然到院</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>异业合作</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>线下活动</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Zhihu</source>
        <translation>知乎</translation>
    </message>
    <message>
        <source>Weibo</source>
        <translation>微博</translation>
    </message>
    <message>
        <source>Google ads</source>
        <translation>Google 广告</translation>
    </message>
    <message>
        <source>Meta ads</source>
        <translation>Meta 广告</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>first channel</source>
        <translation>首触渠道</translation>
    </message>
    <message>
        <source>the line is no JSON object</source>
        <translation>这一行不是 JSON 对象</translation>
    </message>
    <message>
        <source>card balances</source>
        <translation>卡项余额</translation>
    </message>
    <message>
        <source>follow-ups</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>vouchers</source>
        <translation>团购券</translation>
    </message>
    <message>
        <source>shop orders</source>
        <translation>商城订单</translation>
    </message>
    <message>
        <source>WeCom contacts</source>
        <translation>企微客户</translation>
    </message>
    <message>
        <source>leads of ads</source>
        <translation>广告线索</translation>
    </message>
    <message>
        <source>e-mail members and mailings</source>
        <translation>邮件名单与群发</translation>
    </message>
    <message>
        <source>posts and videos</source>
        <translation>笔记与视频</translation>
    </message>
    <message>
        <source>survey answers</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>points entries</source>
        <translation>积分明细</translation>
    </message>
    <message>
        <source>chats, calls and complaints</source>
        <translation>客服记录</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>message in a group</source>
        <translation>群内发言</translation>
    </message>
    <message>
        <source>live show reserved</source>
        <translation>预约直播</translation>
    </message>
    <message>
        <source>live show watched</source>
        <translation>观看直播</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>event attended</source>
        <translation>参加活动</translation>
    </message>
    <message>
        <source>has had</source>
        <translation>有过</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>任意渠道</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>a cleaning rule set it aside</source>
        <translation>清洗规则搁置了它</translation>
    </message>
    <message>
        <source>items with their margins</source>
        <translation>品项毛利表</translation>
    </message>
</context>
<context>
    <name>NamesCommand</name>
    <message>
        <source>Every name is known.</source>
        <translation>名称都能识别。</translation>
    </message>
</context>
<context>
    <name>NamingView</name>
    <message>
        <source>no item; counts in its category</source>
        <translation>无对应项目，按品类计入</translation>
    </message>
    <message>
        <source>%1 of the rows that name an item name a known one.</source>
        <translation>写有项目的行中，%1 可识别。</translation>
    </message>
    <message>
        <source>%1 of the rows that name a channel name a known one.</source>
        <translation>写有渠道的行中，%1 可识别。</translation>
    </message>
</context>
<context>
    <name>Pain</name>
    <message>
        <source>Where</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>哪些人</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Others lost</source>
        <translation>其他人流失</translation>
    </message>
    <message>
        <source>Beyond usual</source>
        <translation>比通常多</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Chance of noise</source>
        <translation>偶然的可能</translation>
    </message>
</context>
<context>
    <name>PainView</name>
    <message>
        <source>Somebody, or an automatic first answer, at these hours</source>
        <translation>这个时段安排值班，或先自动回复</translation>
    </message>
    <message>
        <source>Somebody, or an automatic first answer, while closed</source>
        <translation>下班后安排值班，或先自动回复</translation>
    </message>
    <message>
        <source>See who is on duty on this day</source>
        <translation>看看这天谁当班</translation>
    </message>
    <message>
        <source>Answer within five minutes</source>
        <translation>五分钟内回复</translation>
    </message>
    <message>
        <source>Offer an earlier slot; remind two days before</source>
        <translation>约更早的时间；提前两天提醒</translation>
    </message>
    <message>
        <source>See what the others are offered</source>
        <translation>看看其他人得到了什么</translation>
    </message>
    <message>
        <source>Ask this channel for other customers, or ask more before booking</source>
        <translation>请渠道换人群，或预约前多问一句</translation>
    </message>
    <message>
        <source>See first whether the customers differ, then listen to talks together</source>
        <translation>先看客户是否不同，再一起听录音</translation>
    </message>
    <message>
        <source>See what is asked about this item: price, fear, time</source>
        <translation>看看大家对这个项目问什么：价格、顾虑、时间</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, %2: %3 lost instead of %4 among the others, %5 customers beyond the usual, at most %6.</source>
        <translation>%1，%2：流失 %3，其他人为 %4，比通常多流失 %5 人，最多值 %6。</translation>
    </message>
    <message>
        <source>%1, %2: %3 lost instead of %4 among the others, %5 customers beyond the usual.</source>
        <translation>%1，%2：流失 %3，其他人为 %4，比通常多流失 %5 人。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>See what differs with them</source>
        <translation>看看他们有何不同</translation>
    </message>
    <message>
        <source>%1, %2: lost</source>
        <translation>%1，%2：流失</translation>
    </message>
    <message>
        <source>No group is lost surely more often than the others.</source>
        <translation>没有哪一组确实比其他组流失得更多。</translation>
    </message>
    <message>
        <source>One loss may stand in several rows, and a difference is no cause by itself.</source>
        <translation>同一次流失可能出现在几行里；有差别不等于就是原因。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 groups compared, %2 lost more than others; %3 window; money of %4 days</source>
        <translation>比较了 %1 组，%2 组流失更多；窗口 %3；金额算 %4 天</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>哪些人</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Others lost</source>
        <translation>其他人流失</translation>
    </message>
    <message>
        <source>Beyond usual</source>
        <translation>比通常多</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Wait / others</source>
        <translation>等待 / 其他人</translation>
    </message>
    <message>
        <source>Look at first</source>
        <translation>先看什么</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 lost. The difference lies between %3 and %4 with 95 % certainty; chance of noise %5.</source>
        <translation>%2 人中流失 %1 人。差距有 95 % 的把握在 %3 与 %4 之间；属于偶然的可能为 %5。</translation>
    </message>
    <message>
        <source>Usual would be %1: half of all cases are in groups that lose no more.</source>
        <translation>通常为 %1：一半客户所在的组流失不超过它。</translation>
    </message>
    <message>
        <source>Lost beyond the usual × share of those who got through that paid within %1 days × what they paid in the middle. At most: the lost may be other customers.</source>
        <translation>比通常多流失的人数 × 走过这一步的人在 %1 天内付款的比例 × 付款的中位数。这是上限：流失的可能是另一类客户。</translation>
    </message>
    <message>
        <source>Time in the middle from the step before, of those who got through</source>
        <translation>走过这一步的人，距上一步的中位时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Came so far</source>
        <translation>走到这里</translation>
    </message>
    <message>
        <source>Lost, share</source>
        <translation>流失率</translation>
    </message>
    <message>
        <source>Later paid</source>
        <translation>之后付款</translation>
    </message>
    <message>
        <source>Paid, middle</source>
        <translation>付款中位数</translation>
    </message>
    <message>
        <source>%1 of %2 who got through</source>
        <translation>走过的 %2 人中 %1 人</translation>
    </message>
</context>
<context>
    <name>PaperSending</name>
    <message>
        <source>There is no printer on this computer. Save the report as PDF and print it where there is one.</source>
        <translation>这台电脑没有打印机。请先存为 PDF，再到有打印机的地方打印。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Save the report as PDF instead.</source>
        <translation>打印机没有接收页面。请改为存成 PDF。</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>PaperText</name>
    <message>
        <source>%1 (continued)</source>
        <translation>%1（续）</translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>Goal</source>
        <translation>终点</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) before</source>
        <translation>
            <numerusform>前 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第 1 步</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 of all paths</source>
        <translation>占全部路径 %1</translation>
    </message>
    <message>
        <source>%1 reach the goal here</source>
        <translation>%1 条在此到达终点</translation>
    </message>
    <message>
        <source>%1 go on after this column</source>
        <translation>%1 条在此列之后继续</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径数</translation>
    </message>
    <message>
        <source>Of these, next</source>
        <translation>其中去往下一步</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>用时中位数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: by which channel</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>Nothing before</source>
        <translation>由此开始</translation>
    </message>
    <message>
        <source>Steps between</source>
        <translation>中间步骤</translation>
    </message>
    <message>
        <source>%1 of those</source>
        <translation>其中 %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>From “%1” to “%2”</source>
        <translation>从“%1”到“%2”</translation>
    </message>
    <message>
        <source>What follows “%1”</source>
        <translation>“%1”之后</translation>
    </message>
    <message>
        <source>Paths from the first step on</source>
        <translation>从第一步起的路径</translation>
    </message>
    <message>
        <source>What leads to “%1”</source>
        <translation>“%1”之前</translation>
    </message>
    <message>
        <source>%1 paths of %2</source>
        <translation>%2，%1 条路径</translation>
    </message>
    <message>
        <source>repeated steps in a row are one</source>
        <translation>相邻重复步骤已合并</translation>
    </message>
    <message>
        <source>each step only the first time</source>
        <translation>每个步骤只算首次</translation>
    </message>
    <message>
        <source>every step counts</source>
        <translation>每一步都计入</translation>
    </message>
    <message>
        <source>%1 never reached the goal</source>
        <translation>%1 条未到达终点</translation>
    </message>
    <message>
        <source>%1 never came to the start</source>
        <translation>%1 条没有起点</translation>
    </message>
    <message>
        <source>%1 took another way</source>
        <translation>%1 条走了别的路</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a caption</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Fewer than 30 paths; treat with care.</source>
        <translation>不足 30 条路径，请谨慎看待。</translation>
    </message>
    <message>
        <source>%1 of %2 reach the goal.</source>
        <translation>%2 条路径中 %1 到达终点。</translation>
    </message>
    <message>
        <source>“%1” comes right before it in %2 of the paths.</source>
        <translation>%2 的路径在此之前紧接着是“%1”。</translation>
    </message>
    <message>
        <source>%2 of the paths begin with “%1”.</source>
        <translation>%2 的路径从“%1”开始。</translation>
    </message>
    <message>
        <source>“%1” comes next in %2 of the paths.</source>
        <translation>%2 的路径下一步是“%1”。</translation>
    </message>
    <message>
        <source>%1 stop after the first step.</source>
        <translation>%1 在第一步之后就停下。</translation>
    </message>
    <message>
        <source>The longest wait is from “%1” to “%2”: median %3, %4 paths.</source>
        <translation>从“%1”到“%2”等得最久：中位数 %3，%4 条路径。</translation>
    </message>
</context>
<context>
    <name>PatternView</name>
    <message>
        <source>%1×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Of those with “%1” %2 reach “%3”, of all %4: %5 as many (%6).</source>
        <translation>有“%1”的客户中 %2 达到“%3”，全部客户为 %4：是其 %5（%6）。</translation>
    </message>
    <message>
        <source>%1 reached “%2”, %3 did not and were watched as long</source>
        <translation>%1达到“%2”，%3 位没有，观察时间同样长</translation>
    </message>
    <message>
        <source>%1 sequences compared</source>
        <translation>比较了 %1 个顺序</translation>
    </message>
    <message>
        <source>%1 reached it without a step before</source>
        <translation>%1 位达到前没有任何步骤</translation>
    </message>
    <message>
        <source>%1 not known long enough</source>
        <translation>%1 位观察时间不够长</translation>
    </message>
    <message>
        <source>%1 reached it before</source>
        <translation>%1 位在此之前已达到</translation>
    </message>
    <message>
        <source>steps nearly all of them take, passed over: %1</source>
        <translation>几乎人人都有、已略过的步骤：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Too few customers on one of the sides to tell anything.</source>
        <translation>其中一方客户太少，无法判断。</translation>
    </message>
    <message>
        <source>No sequence goes surely with “%1”.</source>
        <translation>没有哪个顺序与“%1”确有关联。</translation>
    </message>
    <message>
        <source>This goes along with it and need not be the reason: who is keener may look more.</source>
        <translation>这只是相伴出现，不一定是原因：意愿更强的人本来就看得更多。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Reached it</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Times as many</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Chance of noise</source>
        <translation>偶然的可能</translation>
    </message>
    <message>
        <source>%1 of %2 with this sequence reached “%3”; %4 of all %5</source>
        <translation>有此顺序的 %2 位中 %1 位达到“%3”；全部 %5 位中 %4 位</translation>
    </message>
    <message>
        <source>%1 to %2×</source>
        <translation>%1–%2 倍</translation>
    </message>
</context>
<context>
    <name>PeriodText</name>
    <message>
        <source>MMM yyyy</source>
        <comment>format of a month</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>quarter, year</comment>
        <translation>%2年第%1季度</translation>
    </message>
</context>
<context>
    <name>PersonCommands</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Rows of files</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>Of these set aside before</source>
        <translation>其中此前的问题行</translation>
    </message>
    <message>
        <source>Documents with all their versions</source>
        <translation>单据（含全部版本）</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Names, numbers and ids</source>
        <translation>姓名、号码与编号</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Frozen audiences</source>
        <translation>冻结的人群</translation>
    </message>
    <message>
        <source>Rows of others that named a number of hers</source>
        <translation>他人行中提到本人号码的</translation>
    </message>
    <message>
        <source>Customer %1 will be erased for good. Type %2, the number of rows, to go on:</source>
        <translation>客户 %1 将被永久删除。如要继续，请输入行数 %2：</translation>
    </message>
    <message>
        <source>%1 may still hold this person; erase her there too or delete it.</source>
        <translation>%1 中可能还有此人；请在那里同样删除，或删掉该文件。</translation>
    </message>
    <message>
        <source>Another program is reading the workspace; the log beside it is emptied when the last one closes it.</source>
        <translation>另有程序正在读取此工作区；最后一个关闭时，旁边的日志才会清空。</translation>
    </message>
    <message>
        <source>%1 places of the file still hold a number of this person.</source>
        <translation>文件中仍有 %1 处留有此人的号码。</translation>
    </message>
    <message>
        <source>A trial: nothing was erased.</source>
        <translation>仅为试算：没有删除任何内容。</translation>
    </message>
    <message>
        <source>Customer %1 is erased. Files that bring her again are loaded without her rows.</source>
        <translation>客户 %1 已删除。以后再导入含有此人的文件时，会略去她的行。</translation>
    </message>
    <message>
        <source>%1 holds all there is on customer %2: %3 documents, %4 events, %5 rows of files. It is personal data: give it to nobody else.</source>
        <translation>%1 包含客户 %2 的本人数据：单据 %3 条、事件 %4 条、文件中的行 %5 行。这是个人数据，请勿交给他人。</translation>
    </message>
</context>
<context>
    <name>PersonNames</name>
    <message>
        <source>Chart number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>WeChat id</source>
        <translation>微信标识</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Platform id</source>
        <translation>平台账号</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Service notices</source>
        <translation>服务通知</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Profiling</source>
        <translation>画像分析</translation>
    </message>
    <message>
        <source>Advertising platforms</source>
        <translation>广告平台</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Health data</source>
        <translation>健康信息</translation>
    </message>
    <message>
        <source>every channel</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>ads</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>已授权</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Phone, not valid</source>
        <translation>手机（无效）</translation>
    </message>
</context>
<context>
    <name>PersonaCommand</name>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>本群</translation>
    </message>
    <message>
        <source>In the rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>提升度</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <source>%1 against %2 others; shares of those whose value is known. Groups below 10 are not shown.</source>
        <translation>%1，对比其余 %2 人；占比按该项已知者计算，不足 10 人的组不显示。</translation>
    </message>
</context>
<context>
    <name>PersonaView</name>
    <message>
        <source>up to %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>more than %1 and up to %2</source>
        <translation>%1 以上至 %2</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 ago at most</source>
        <translation>%1以内</translation>
    </message>
    <message>
        <source>more than %1 ago</source>
        <translation>%1以前</translation>
    </message>
    <message>
        <source>more than %1 and at most %2 ago</source>
        <translation>%1到%2以前</translation>
    </message>
    <message>
        <source>Has had: %1</source>
        <translation>有过：%1</translation>
    </message>
    <message>
        <source>First came by: %1</source>
        <translation>首次来源：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>attribute, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>mark = the rest</source>
        <translation>竖线为其余客户</translation>
    </message>
    <message>
        <source>Trait</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>In this set, in the rest</source>
        <translation>本组占比，其余占比</translation>
    </message>
    <message>
        <source>Difference, 95 % certain</source>
        <translation>差距（95 % 置信）</translation>
    </message>
    <message>
        <source>%1, rest %2</source>
        <translation>%1，其余 %2</translation>
    </message>
    <message>
        <source>%1 to %2 points</source>
        <translation>%1 至 %2 个百分点</translation>
    </message>
    <message>
        <source>%1 (%2 against %3)</source>
        <translation>%1（%2 对 %3）</translation>
    </message>
    <message>
        <source>There is nothing known of these customers that could be compared.</source>
        <translation>这些客户没有可以比较的已知资料。</translation>
    </message>
    <message>
        <source>No difference from the rest is certain. The largest ones are shown; treat them with care.</source>
        <translation>与其余客户没有可以确定的差别。下面列出差距最大的几项，仅供参考。</translation>
    </message>
    <message>
        <source>What sets them apart most: %1.</source>
        <translation>差别最明显的是：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between traits</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 in this set, %2 in the rest. Shares are of those whose value is known.</source>
        <translation>本组 %1，其余 %2。占比只计已知值的客户。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not shown, because fewer than 10 customers could be recognised.</source>
        <translation>
            <numerusform>另有 %n 项因人数不足 10 位可能认出个人，不予显示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessView</name>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>and on</source>
        <translation>之后还有</translation>
    </message>
    <message>
        <source>%1 paths</source>
        <translation>%1 条路径</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>what came at any time later</source>
        <translation>之后任何时候发生了什么</translation>
    </message>
    <message>
        <source>what came right after</source>
        <translation>紧接着发生了什么</translation>
    </message>
    <message>
        <source>of the paths with it</source>
        <translation>占含此步骤的路径</translation>
    </message>
    <message>
        <source>of the times it was done</source>
        <translation>占此步骤的次数</translation>
    </message>
    <message>
        <source>“%1”, right after it “%2”</source>
        <translation>“%1”之后紧接“%2”</translation>
    </message>
    <message>
        <source>“%1”, later “%2”</source>
        <translation>“%1”，之后有“%2”</translation>
    </message>
    <message>
        <source>repeated steps in a row are one</source>
        <translation>相邻重复步骤已合并</translation>
    </message>
    <message>
        <source>each step only the first time</source>
        <translation>每个步骤只算首次</translation>
    </message>
    <message>
        <source>every step counts</source>
        <translation>每一步都计入</translation>
    </message>
    <message>
        <source>%1 paths of %2; %3</source>
        <translation>%2，%1 条路径；%3</translation>
    </message>
    <message>
        <source>Fewer than 30 paths; treat with care.</source>
        <translation>不足 30 条路径，请谨慎看待。</translation>
    </message>
    <message>
        <source>%1 paths go %2 different ways; the most frequent one has %3 of them.</source>
        <translation>%1 条路径有 %2 种走法，最常见的一种占 %3。</translation>
    </message>
    <message>
        <source>Half of the paths take longer than %1 from first to last step.</source>
        <translation>一半的路径从第一步到最后一步超过 %1。</translation>
    </message>
    <message>
        <source>The longest wait is from “%1” to “%2”: median %3, a quarter longer than %4.</source>
        <translation>从“%1”到“%2”等得最久：中位数 %3，四分之一超过 %4。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>用时中位数</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>First of the path</source>
        <translation>作为第一步</translation>
    </message>
    <message>
        <source>Last of the path</source>
        <translation>作为最后一步</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Median wait before it</source>
        <translation>之前等待中位数</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Purpose and channel</source>
        <translation>用途与渠道</translation>
    </message>
    <message>
        <source>What she said</source>
        <translation>客户的意思</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡项</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts over all channels</source>
        <translation>全渠道接触</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>客户 %1</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>None on file: she may not be written to for marketing.</source>
        <translation>没有授权记录：不可用于营销触达。</translation>
    </message>
    <message>
        <source>Cards with sessions left</source>
        <translation>有剩余次数的卡项</translation>
    </message>
    <message>
        <source>Last purchases and treatments</source>
        <translation>最近的消费与治疗</translation>
    </message>
    <message>
        <source>MMM d, yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Customer file %1</source>
        <translation>客户档案 %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Made on %1, data up to %2</source>
        <translation>制作于 %1，数据截至 %2</translation>
    </message>
    <message>
        <source>Net paid is what was paid less what was paid back. A visit is a day in the clinic. Numbers and ids are shown in part. For the use of the clinic only.</source>
        <translation>实收净额 = 收款减退款；到院按天计；号码与编号只显示一部分。仅限机构内部使用。</translation>
    </message>
    <message>
        <source>%1, %2 visits, net paid %3, %4 sessions left, worth %5</source>
        <comment>code first</comment>
        <translation>%1，到院 %2 次，实收净额 %3，剩余 %4 次，价值 %5</translation>
    </message>
</context>
<context>
    <name>ProfileView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院次数</translation>
    </message>
    <message>
        <source>Net paid</source>
        <translation>实收净额</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 次接触</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>又称</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Rows set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>Rows that could not be read safely. They count nowhere until they are mended.</source>
        <translation>无法可靠读取的行，修正之前不计入任何数字。</translation>
    </message>
    <message>
        <source>Save them, mend the marked cells and load the file again.</source>
        <translation>导出这些行，改好标出的单元格后重新导入。</translation>
    </message>
    <message>
        <source>Missing amount</source>
        <translation>金额缺失</translation>
    </message>
    <message>
        <source>Bills, treatments and deals whose amount is missing or is no number.</source>
        <translation>收费、划扣或成交记录没有金额，或金额不是数字。</translation>
    </message>
    <message>
        <source>Fill in the amount in the source system and export again.</source>
        <translation>在源系统补填金额后重新导出。</translation>
    </message>
    <message>
        <source>Order of two customers</source>
        <translation>同一单号对应两位客户</translation>
    </message>
    <message>
        <source>One order number stands in the name of two customers.</source>
        <translation>同一收费单号挂在两位客户名下。</translation>
    </message>
    <message>
        <source>See whether the number was reused or the two are one person.</source>
        <translation>核对单号是否重复使用，或两份档案是否同一人。</translation>
    </message>
    <message>
        <source>Negative price</source>
        <translation>价格为负</translation>
    </message>
    <message>
        <source>A sale, treatment or ad spend below zero that is no refund.</source>
        <translation>不是退款的收费、划扣或投放费用小于零。</translation>
    </message>
    <message>
        <source>Correct the sign, or mark the line as a refund.</source>
        <translation>更正正负号，或把该行标为退款。</translation>
    </message>
    <message>
        <source>Duplicate order</source>
        <translation>重复订单</translation>
    </message>
    <message>
        <source>The same customer, item, minute and amount under a further order number.</source>
        <translation>同一客户、项目、时间和金额出现在另一个单号下。</translation>
    </message>
    <message>
        <source>Void the surplus order where it was entered twice.</source>
        <translation>确属重复录入的，作废多余的一单。</translation>
    </message>
    <message>
        <source>Refund without sale</source>
        <translation>有退款无销售</translation>
    </message>
    <message>
        <source>A refund whose order number has no sale.</source>
        <translation>退款的单号找不到对应的销售。</translation>
    </message>
    <message>
        <source>Load the older bills as well, or add the order number to the refund.</source>
        <translation>补导更早的收费记录，或在退款上补填单号。</translation>
    </message>
    <message>
        <source>Refund above price</source>
        <translation>退款高于实收</translation>
    </message>
    <message>
        <source>More was paid back than was received for the line.</source>
        <translation>退回的金额超过该行实收。</translation>
    </message>
    <message>
        <source>Check the amount of the refund.</source>
        <translation>核对退款金额。</translation>
    </message>
    <message>
        <source>Future date</source>
        <translation>日期在未来</translation>
    </message>
    <message>
        <source>A date later than the day the file was loaded. Booked slots may lie ahead.</source>
        <translation>日期晚于导入当天；预约到店时间除外。</translation>
    </message>
    <message>
        <source>Correct the date; often the year is wrong.</source>
        <translation>更正日期，多半是年份写错。</translation>
    </message>
    <message>
        <source>Times out of order</source>
        <translation>时间先后颠倒</translation>
    </message>
    <message>
        <source>Refunded before it was paid, ended before it began, booked after the slot.</source>
        <translation>先退款后收费、先结束后开始，或预约晚于到店时间。</translation>
    </message>
    <message>
        <source>Correct the earlier or the later time.</source>
        <translation>更正其中一个时间。</translation>
    </message>
    <message>
        <source>Bill without item</source>
        <translation>收费缺少项目</translation>
    </message>
    <message>
        <source>A sale that names no item. It is missing in every breakdown by item.</source>
        <translation>收费行没有项目，按项目统计时会缺失。</translation>
    </message>
    <message>
        <source>Add the item to the line.</source>
        <translation>在该行补填项目。</translation>
    </message>
    <message>
        <source>Lead without source</source>
        <translation>线索缺少来源</translation>
    </message>
    <message>
        <source>A lead that names no source. It counts for no channel.</source>
        <translation>线索没有来源，不计入任何渠道。</translation>
    </message>
    <message>
        <source>Have the source filled in when the lead is taken down.</source>
        <translation>登记线索时填写来源。</translation>
    </message>
    <message>
        <source>Unknown phone</source>
        <translation>手机号不可用</translation>
    </message>
    <message>
        <source>Customers whose phone number is not valid, masked or only a tail.</source>
        <translation>客户的手机号无效、打码或只有尾号。</translation>
    </message>
    <message>
        <source>Ask for the full number at the next visit.</source>
        <translation>下次到院时补登完整号码。</translation>
    </message>
    <message>
        <source>Customer without identifier</source>
        <translation>客户缺少识别信息</translation>
    </message>
    <message>
        <source>Customers known by a name only: nothing joins their visits.</source>
        <translation>只有姓名的客户，各次到院无法合并。</translation>
    </message>
    <message>
        <source>Add the chart number or the phone to their rows.</source>
        <translation>在这些行补填病历号或手机号。</translation>
    </message>
    <message>
        <source>Born after the first visit</source>
        <translation>出生晚于首次到院</translation>
    </message>
    <message>
        <source>The date of birth lies after the first contact, or 110 years before it.</source>
        <translation>出生日期晚于首次接触，或早于其 110 年。</translation>
    </message>
    <message>
        <source>Correct the date of birth in the customer record.</source>
        <translation>在客户档案中更正出生日期。</translation>
    </message>
    <message>
        <source>Months without rows</source>
        <translation>缺少月份</translation>
    </message>
    <message>
        <source>Months inside the time of a source in which it has no row at all.</source>
        <translation>某一来源的时间范围内，有整月没有任何行。</translation>
    </message>
    <message>
        <source>Load the file of the missing months.</source>
        <translation>导入缺少月份的文件。</translation>
    </message>
    <message>
        <source>Source out of date</source>
        <translation>来源已过期</translation>
    </message>
    <message>
        <source>Sources whose last row is more than 31 days older than the latest day of the data.</source>
        <translation>来源的最后一行比最新数据早 31 天以上。</translation>
    </message>
    <message>
        <source>Export this source anew.</source>
        <translation>重新导出该来源。</translation>
    </message>
    <message>
        <source>Impossible birthday</source>
        <translation>生日不可能</translation>
    </message>
    <message>
        <source>Dates of birth and ages that cannot be. They were emptied while loading.</source>
        <translation>不可能的出生日期或年龄，导入时已清空。</translation>
    </message>
    <message>
        <source>Correct them in the source system; the rows are loaded all the same.</source>
        <translation>在源系统更正；这些行已照常导入。</translation>
    </message>
    <message>
        <source>No way to write to</source>
        <translation>没有联系方式</translation>
    </message>
    <message>
        <source>Customers without a phone, WeChat or e-mail address.</source>
        <translation>没有手机号、微信或邮箱的客户。</translation>
    </message>
    <message>
        <source>Ask for one at the next visit.</source>
        <translation>下次到院时补登联系方式。</translation>
    </message>
    <message>
        <source>Consent unknown</source>
        <translation>授权未知</translation>
    </message>
    <message>
        <source>Customers who never said yes or no to messages. They are left out of every export.</source>
        <translation>从未表态是否愿意接收消息的客户，导出时一律排除。</translation>
    </message>
    <message>
        <source>Ask for consent and load the consent file.</source>
        <translation>征得同意后导入授权文件。</translation>
    </message>
    <message>
        <source>Files that overlap</source>
        <translation>文件时间重叠</translation>
    </message>
    <message>
        <source>Files of one kind that tell of the same days. Equal rows count once; rows that differ count in both.</source>
        <translation>同类文件涉及相同日期。相同的行只计一次，不同的行都计入。</translation>
    </message>
    <message>
        <source>Fine for several shops; otherwise take the surplus file out.</source>
        <translation>多门店属正常；否则撤出多余的文件。</translation>
    </message>
    <message>
        <source>Fields mostly empty</source>
        <translation>字段大多为空</translation>
    </message>
    <message>
        <source>Fields filled in fewer than one of five rows. Figures by them are of a few only.</source>
        <translation>填写率不足五分之一的字段，按其统计只代表少数。</translation>
    </message>
    <message>
        <source>Fill them in, or leave them out of comparisons.</source>
        <translation>补填，或不用它们做比较。</translation>
    </message>
    <message>
        <source>Card that does not add up</source>
        <translation>卡项次数对不上</translation>
    </message>
    <message>
        <source>The sessions left are not those bought and given less those used.</source>
        <translation>剩余次数不等于购买加赠送减去已用。</translation>
    </message>
    <message>
        <source>Compare with the card in the clinic system; “Totals” lists by how many.</source>
        <translation>请与系统中的卡项核对；“对账”页列出相差次数。</translation>
    </message>
    <message>
        <source>Expired card still in force</source>
        <translation>过期卡仍显示有效</translation>
    </message>
    <message>
        <source>Sessions are left, the day is over, and the card bears the same state as cards that hold.</source>
        <translation>还有剩余次数，有效期已过，状态却与有效卡相同。</translation>
    </message>
    <message>
        <source>Extend the card or close it, so that what is owed is right.</source>
        <translation>请延期或结清，未消耗金额才准确。</translation>
    </message>
</context>
<context>
    <name>QualityCommand</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>填写率</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Rows in force and rows set aside; customers who are known, without test persons.</source>
        <translation>统计有效的行与问题行；客户为已识别客户，不含测试人员。</translation>
    </message>
</context>
<context>
    <name>QualityView</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>需修正</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>需核对</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1, %2: filled in %3</source>
        <translation>%1 · %2：填写率 %3</translation>
    </message>
    <message>
        <source>%1: last row %2, data up to %3</source>
        <translation>%1：最后一行 %2，数据截至 %3</translation>
    </message>
    <message>
        <source>%1: no row from %2 to %3</source>
        <translation>%1：%2 至 %3没有任何行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln 个单元格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2: %3</source>
        <comment>file, file, days</comment>
        <translation>%1 和 %2：%3</translation>
    </message>
</context>
<context>
    <name>RecipeCommand</name>
    <message>
        <source>No cleaning rule.</source>
        <translation>没有清洗规则。</translation>
    </message>
    <message>
        <source>Loaded files were read with other rules: apply them with --apply.</source>
        <translation>已导入的文件是按别的规则读入的：用 --apply 重新应用。</translation>
    </message>
    <message>
        <source>The rule has changed nothing.</source>
        <translation>这条规则没有改变任何内容。</translation>
    </message>
    <message>
        <source>Read again: %1 files, %2 rows.</source>
        <translation>已重新读入：%1 个文件，%2 行。</translation>
    </message>
    <message>
        <source>%1 stays as it was loaded.</source>
        <translation>%1 保持导入时的样子。</translation>
    </message>
</context>
<context>
    <name>RecipeView</name>
    <message>
        <source>%1 in every row</source>
        <translation>每一行的%1</translation>
    </message>
    <message>
        <source>Where %1 is empty</source>
        <translation>%1为空时</translation>
    </message>
    <message>
        <source>Where %1 says something</source>
        <translation>%1有内容时</translation>
    </message>
    <message>
        <source>Where %1 is “%2”</source>
        <translation>%1为“%2”时</translation>
    </message>
    <message>
        <source>Where %1 contains “%2”</source>
        <translation>%1包含“%2”时</translation>
    </message>
    <message>
        <source>Where %1 begins with “%2”</source>
        <translation>%1以“%2”开头时</translation>
    </message>
    <message>
        <source>Where %1 is above %2</source>
        <translation>%1大于 %2 时</translation>
    </message>
    <message>
        <source>Where %1 is below %2</source>
        <translation>%1小于 %2 时</translation>
    </message>
    <message>
        <source>make it “%1”</source>
        <translation>改为“%1”</translation>
    </message>
    <message>
        <source>take these letters away</source>
        <translation>去掉这些字</translation>
    </message>
    <message>
        <source>write “%1” instead</source>
        <translation>换成“%1”</translation>
    </message>
    <message>
        <source>leave it unknown</source>
        <translation>当作未知</translation>
    </message>
    <message>
        <source>take the value above</source>
        <translation>取上一行的值</translation>
    </message>
    <message>
        <source>take %1</source>
        <translation>取%1</translation>
    </message>
    <message>
        <source>set the row aside</source>
        <translation>搁置该行</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>不导入该行</translation>
    </message>
    <message>
        <source>in every row</source>
        <translation>每一行</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>says something</source>
        <translation>有内容</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>make it</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>write instead of the text</source>
        <translation>替换这段文字为</translation>
    </message>
    <message>
        <source>take another field</source>
        <translation>取另一个字段</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ReconcileCommand</name>
    <message>
        <source>No loaded file has a line with totals.</source>
        <translation>已导入的文件都没有合计行。</translation>
    </message>
    <message>
        <source>Balances of cards checked: %1, none differs.</source>
        <translation>已核对卡项余额 %1 个，全部相符。</translation>
    </message>
    <message>
        <source>Figures of the past that %1 moved:</source>
        <translation>%1 改变的历史数字：</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>%1 pages written to %2.</source>
        <translation>已写入 %1 页：%2。</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
</context>
<context>
    <name>RetentionView</name>
    <message>
        <source>Day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>Quarter %1</source>
        <translation>第 %1 季</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>第 %1 年</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>第 %1 月</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2中的 %1</translation>
    </message>
    <message>
        <source>%1 of %2 whose time is over; %3 so far of all</source>
        <translation>已到期 %2 人中的 %1；全部至今 %3</translation>
    </message>
    <message>
        <source>%1–%2 days</source>
        <translation>%1–%2 天</translation>
    </message>
    <message>
        <source>Cycle %1</source>
        <translation>第 %1 周期</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>回来</translation>
    </message>
    <message>
        <source>After “%1”: who came back with “%2”</source>
        <translation>“%1”之后以“%2”回来的人</translation>
    </message>
    <message>
        <source>%1, each by the first such event ever</source>
        <translation>%1，按各自有史以来首次</translation>
    </message>
    <message>
        <source>%1, each by the first such event on these days</source>
        <translation>%1，按所选日期内首次</translation>
    </message>
    <message>
        <source>%1 events of %2, each counted by itself</source>
        <translation>%2 的 %1 次事件，每次单独计</translation>
    </message>
    <message>
        <source>periods begin with the event</source>
        <translation>周期从事件算起</translation>
    </message>
    <message>
        <source>periods of the calendar</source>
        <translation>自然周期</translation>
    </message>
    <message>
        <source>data up to %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>%1 never had it</source>
        <translation>%1 人从未发生</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a caption</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Fewer than 30 customers; treat with care.</source>
        <translation>不足 30 位客户，请谨慎看待。</translation>
    </message>
    <message>
        <source>%1: %2 came back (95 % certain: %3 to %4).</source>
        <translation>%1：%2 回来（95% 把握：%3 到 %4）。</translation>
    </message>
    <message>
        <source>The sharpest fall is from “%1” to “%2”: reach out before it.</source>
        <translation>从“%1”到“%2”下降最快：在此之前联系。</translation>
    </message>
    <message>
        <source>Fewer than half have come back at all.</source>
        <translation>回来过的不到一半。</translation>
    </message>
    <message numerus="yes">
        <source>Half of them came back within %n day(s).</source>
        <translation>
            <numerusform>一半的人在 %n 天内回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>group, row</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2: came back</source>
        <translation>%1，%2：回来的</translation>
    </message>
    <message>
        <source>%1, %2: did not come back</source>
        <translation>%1，%2：没回来的</translation>
    </message>
    <message>
        <source>empty cells are not over yet and count as nothing</source>
        <translation>空格尚未到期，不计入</translation>
    </message>
</context>
<context>
    <name>ReviewCommand</name>
    <message>
        <source>Handle</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>各项证据</translation>
    </message>
    <message>
        <source>No pair waits for a decision.</source>
        <translation>没有待复核的记录对。</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>未同意</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Handles</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院次数</translation>
    </message>
    <message>
        <source>Saved audiences</source>
        <translation>已保存人群</translation>
    </message>
    <message>
        <source>Marketing by %1</source>
        <translation>营销授权：%1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 现在</translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>They share this: %1. But names, birth dates or id cards differ.</source>
        <translation>两条记录的%1相同，但姓名、出生日期或证件号不一致。</translation>
    </message>
    <message>
        <source>This belongs to more than one person: %1. One of the two has no full name.</source>
        <translation>该%1属于不止一个人，而其中一条记录没有完整姓名。</translation>
    </message>
    <message>
        <source>Only this speaks for one person: %1.</source>
        <translation>仅%1表明可能是同一个人。</translation>
    </message>
    <message>
        <source>They are one customer now, and an unusually large one. Is that right?</source>
        <translation>它们目前已合并为一位客户，且记录异常多。是否正确？</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>reads alike</source>
        <translation>读音相同</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>几乎相同</translation>
    </message>
    <message>
        <source>in part the same</source>
        <translation>部分相同</translation>
    </message>
    <message>
        <source>the same family name</source>
        <translation>姓氏相同</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 likely the same person</source>
        <translation>%1 的可能性是同一个人</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>two records picked at random</source>
        <translation>任意两条记录</translation>
    </message>
    <message>
        <source>Nothing joins them for certain, but what is known looks like one person.</source>
        <translation>没有能确认为同一人的标识，但已知信息看起来像同一个人。</translation>
    </message>
</context>
<context>
    <name>RfmCommand</name>
    <message>
        <source>Segment</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>R \ F</source>
        <translation>R \ F</translation>
    </message>
    <message>
        <source>%1 scored as of %2; recency in days since the last purchase day, frequency = %3, money = %4.</source>
        <translation>数据截至 %2，共 %1打分；R 为距最近消费日天数，F = %3，M = %4。</translation>
    </message>
</context>
<context>
    <name>RfmCutsText</name>
    <message>
        <source>last visit</source>
        <translation>最近到院</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Bound %1 of “%2” is empty.</source>
        <translation>“%2”的第 %1 个边界是空的。</translation>
    </message>
    <message>
        <source>“%1” of “%2” is not an amount.</source>
        <translation>“%2”里的“%1”不是金额。</translation>
    </message>
    <message>
        <source>“%1” of “%2” is not a whole number.</source>
        <translation>“%2”里的“%1”不是整数。</translation>
    </message>
    <message>
        <source>The bounds of “%1” must grow from left to right: %2 comes after %3.</source>
        <translation>“%1”的边界要从左到右递增：%3 后面是 %2。</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>With these classes</source>
        <translation>调整后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>RfmText</name>
    <message>
        <source>days with a bill or a treatment</source>
        <translation>有收费或治疗的日子</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>收费单</translation>
    </message>
    <message>
        <source>treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>R in fixed classes</source>
        <translation>R 按固定分档</translation>
    </message>
    <message>
        <source>R cut where the data have gaps</source>
        <translation>R 按数据的自然间断分档</translation>
    </message>
    <message>
        <source>R in %1 groups of about the same size</source>
        <translation>R 分成人数相近的 %1 组</translation>
    </message>
    <message>
        <source>Fewer than 30 customers: the numbers are shown, no conclusion is drawn.</source>
        <translation>客户少于 30 位：只显示数字，不下结论。</translation>
    </message>
    <message>
        <source>%1 of the customers bring %2 of the money (%3).</source>
        <translation>%1 的客户带来 %2 的金额（%3）。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, reason</comment>
        <translation>%1 位%2</translation>
    </message>
    <message>
        <source>without a purchase</source>
        <translation>没有消费</translation>
    </message>
    <message>
        <source>who last came before that</source>
        <translation>最近一次在此之前</translation>
    </message>
    <message>
        <source>known by a device only</source>
        <translation>只有设备记录</translation>
    </message>
    <message>
        <source>received, refunds deducted</source>
        <translation>实收（已扣退款）</translation>
    </message>
    <message>
        <source>of treatments delivered</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, nobody left out.</source>
        <translation>%1，没有排除。</translation>
    </message>
    <message>
        <source>%1; left out: %2.</source>
        <translation>%1；未计入：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) who spent much stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln 位高消费客户已较久没有到院，此前共消费 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) who came often stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln 位常客已较久没有到院，此前共消费 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>not looked at (test persons, visitors not recognised, filters)</source>
        <translation>未纳入（测试人员、未识别的访客或筛选之外）</translation>
    </message>
    <message>
        <source>Counted: %1, %2; money %3; %4.</source>
        <comment>what, days, whose money, cuts</comment>
        <translation>口径：%1，%2；金额%3；%4。</translation>
    </message>
    <message>
        <source>left of treatments after their costs</source>
        <translation>消耗项目的毛利</translation>
    </message>
    <message>
        <source>treated with items whose margin is not known</source>
        <translation>做过毛利未知的品项</translation>
    </message>
    <message>
        <source>Margins are not known for anybody&apos;s treatments.</source>
        <translation>没有一位客户的治疗项目毛利齐全。</translation>
    </message>
    <message>
        <source>Choose other money above, or import a list of items with their margins.</source>
        <translation>在上方改选其他金额口径，或导入带毛利率的品项表。</translation>
    </message>
    <message>
        <source>Nobody was treated in the chosen months.</source>
        <translation>所选月份内没有治疗记录。</translation>
    </message>
    <message>
        <source>Choose more months above, or import the file of treatments delivered.</source>
        <translation>在上方选择更长的窗口，或导入治疗（消耗）明细文件。</translation>
    </message>
    <message>
        <source>Nobody bought anything in the chosen months.</source>
        <translation>所选月份内没有消费记录。</translation>
    </message>
    <message>
        <source>Choose more months above, or import the file of bill lines.</source>
        <translation>在上方选择更长的窗口，或导入收费明细文件。</translation>
    </message>
</context>
<context>
    <name>RfmView</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>&gt; %1 days</source>
        <translation>&gt; %1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1+ times</source>
        <translation>%1+ 次</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 次</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>customers in a cell</comment>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 of all, together %2</source>
        <translation>占全部 %1，共 %2</translation>
    </message>
    <message>
        <source>Last time / how often</source>
        <translation>最近消费 / 消费频次</translation>
    </message>
    <message>
        <source>How often →</source>
        <translation>消费频次 →</translation>
    </message>
    <message>
        <source>Average spend</source>
        <translation>平均消费</translation>
    </message>
    <message>
        <source>%1 cells of the grid</source>
        <translation>%1 个格子</translation>
    </message>
    <message>
        <source>Month end</source>
        <translation>月末</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1. Most stand in R%2 F%3: %4. The highest average spend is %5, in R%6 F%7.</source>
        <translation>%1。人数最多的是 R%2 F%3：%4 位。平均消费最高的是 %5，在 R%6 F%7。</translation>
    </message>
</context>
<context>
    <name>RhythmView</name>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>%1 days and more</source>
        <translation>%1 天及以上</translation>
    </message>
    <message>
        <source>%1 to %2 days</source>
        <translation>%1 到 %2 天</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>%1: how many times</source>
        <translation>%1：多少次</translation>
    </message>
    <message>
        <source>%1: on how many days</source>
        <translation>%1：多少天</translation>
    </message>
    <message>
        <source>%1: in how many hours</source>
        <translation>%1：多少个小时</translation>
    </message>
    <message>
        <source>%1: for how much</source>
        <translation>%1：多少钱</translation>
    </message>
    <message>
        <source>%1; %2 never did it on these days.</source>
        <translation>%1；这些天里 %2 人从未做过。</translation>
    </message>
    <message>
        <source>%1 come to nothing or less and stand in no bar.</source>
        <translation>%1 人合计为零或负数，不在柱中。</translation>
    </message>
    <message>
        <source>Fewer than 30 customers; treat with care.</source>
        <translation>不到 30 位客户，请谨慎看待。</translation>
    </message>
    <message>
        <source>On average %1, half of them at most %2, one in ten more than %3.</source>
        <translation>平均 %1，一半不超过 %2，十分之一超过 %3。</translation>
    </message>
    <message>
        <source>%1 did it only once (95 % range %2 to %3).</source>
        <translation>%1 只做过一次（95 % 区间 %2 到 %3）。</translation>
    </message>
    <message>
        <source>%1: never</source>
        <translation>%1：从未</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Days between</source>
        <translation>间隔天数</translation>
    </message>
    <message>
        <source>From “%1” to the next one</source>
        <translation>从“%1”到下一次</translation>
    </message>
    <message>
        <source>From “%1” to “%2”</source>
        <translation>从“%1”到“%2”</translation>
    </message>
    <message>
        <source>%1 times, %2; %3 have not been followed yet and stand in no bar.</source>
        <translation>%1 次，%2；%3 次还没有后续，不在柱中。</translation>
    </message>
    <message>
        <source>Fewer than 30 times; treat with care.</source>
        <translation>不到 30 次，请谨慎看待。</translation>
    </message>
    <message>
        <source>Half of the times it took at most %1; the middle half lies between %2 and %3.</source>
        <translation>一半在 %1 以内；中间一半在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>One in ten took less than %1, one in ten more than %2.</source>
        <translation>十分之一短于 %1，十分之一长于 %2。</translation>
    </message>
    <message>
        <source>More than half have not been followed yet: among them may be the slow ones.</source>
        <translation>一半以上还没有后续：慢的可能在其中。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚无后续</translation>
    </message>
    <message>
        <source>%1 times, %2</source>
        <translation>%1 次，%2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>hour of the day</source>
        <translation>几点</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>%1: when in the week</source>
        <translation>%1：一周中的什么时候</translation>
    </message>
    <message>
        <source>%1 times, %2.</source>
        <translation>%1 次，%2。</translation>
    </message>
    <message>
        <source>Of %1 only the day is known; they stand in no cell.</source>
        <translation>其中 %1 次只知道日期，不在格中。</translation>
    </message>
    <message>
        <source>Most happens on %1 from %2 to %3 o&apos;clock: %4 of all.</source>
        <translation>最多在%1 %2 点到 %3 点：占 %4。</translation>
    </message>
    <message>
        <source>%1 happens from %2 o&apos;clock to midnight.</source>
        <translation>%1 发生在 %2 点到午夜。</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4 o&apos;clock</source>
        <translation>%1：%2，%3 点到 %4 点</translation>
    </message>
</context>
<context>
    <name>RuleAdvice</name>
    <message>
        <source>Correct the row, or export the file again</source>
        <translation>改好这一行，或重新导出文件</translation>
    </message>
    <message>
        <source>Add a chart number, phone or name</source>
        <translation>补上病历号、手机号或姓名</translation>
    </message>
    <message>
        <source>Fill in the value</source>
        <translation>补填该值</translation>
    </message>
    <message>
        <source>Write the date as 2026-06-30</source>
        <translation>日期写成 2026-06-30</translation>
    </message>
    <message>
        <source>Say in the import which comes first, day or month</source>
        <translation>导入时选择日和月的先后</translation>
    </message>
    <message>
        <source>Correct the year</source>
        <translation>更正年份</translation>
    </message>
    <message>
        <source>Write a plain number</source>
        <translation>写成普通数字</translation>
    </message>
    <message>
        <source>Export again with this column as text</source>
        <translation>把该列设为文本后重新导出</translation>
    </message>
    <message>
        <source>Use one of the words this field knows</source>
        <translation>改用该字段认识的词</translation>
    </message>
    <message>
        <source>Correct the value, or switch the cleaning rule off</source>
        <translation>改正数值，或关闭该清洗规则</translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>event, day</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>clause, yes or no</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>clause, yes or no, because of</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>channel, customers</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between channels</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 is in.</source>
        <translation>%1 在人群中。</translation>
    </message>
    <message>
        <source>%1 is not in.</source>
        <translation>%1 不在人群中。</translation>
    </message>
    <message>
        <source>She was in it when the list was fixed on %1.</source>
        <translation>名单于 %1固定时包含这位客户。</translation>
    </message>
    <message>
        <source>She was not in it when the list was fixed on %1.</source>
        <translation>名单于 %1固定时不包含这位客户。</translation>
    </message>
    <message>
        <source>Test persons and handles without a person are never in an audience.</source>
        <translation>测试人员和未识别的访客不会进入人群。</translation>
    </message>
</context>
<context>
    <name>SavedFinder</name>
    <message>
        <source>Reading what is saved</source>
        <translation>正在读取已存内容</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已保存为“%1”。</translation>
    </message>
</context>
<context>
    <name>ScopeText</name>
    <message>
        <source>, </source>
        <comment>between values of a filter</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter, its values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>近 %1 天</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>First channel</source>
        <translation>首触渠道</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <comment>number of values of a filter</comment>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between filters</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ScreenshotCommand</name>
    <message>
        <source>Drawn to %1.</source>
        <translation>已保存图片 %1。</translation>
    </message>
</context>
<context>
    <name>SegmentChoices</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>24 months</source>
        <translation>24 个月</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 个月</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>36 months</source>
        <translation>36 个月</translation>
    </message>
    <message>
        <source>all data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>received, refunds deducted</source>
        <translation>实收（已扣退款）</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>按到院次数</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>收费单</translation>
    </message>
    <message>
        <source>treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>equal groups</source>
        <translation>等人数</translation>
    </message>
    <message>
        <source>fixed bounds</source>
        <translation>固定边界</translation>
    </message>
    <message>
        <source>natural gaps</source>
        <translation>自然间断</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>eight segments</source>
        <translation>八类</translation>
    </message>
    <message>
        <source>eleven segments</source>
        <translation>十一类</translation>
    </message>
    <message>
        <source>gross margin</source>
        <translation>毛利</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Personal consultant</source>
        <translation>专属顾问</translation>
    </message>
    <message>
        <source>They came lately, come often and spend much: give each a personal consultant and first choice of dates.</source>
        <translation>最近来过、来得多、消费高：安排专属顾问，优先预约。</translation>
    </message>
    <message>
        <source>Consultant calls</source>
        <translation>顾问联系</translation>
    </message>
    <message>
        <source>They came often and spent much but stay away lately: let their consultant ask how they are.</source>
        <translation>来得多、消费高，但最近没来：请顾问主动问候。</translation>
    </message>
    <message>
        <source>Offer a course</source>
        <translation>疗程升级</translation>
    </message>
    <message>
        <source>They came lately and spent much but come seldom: plan a course of treatments with them.</source>
        <translation>最近来过、消费高，但次数少：一起规划疗程。</translation>
    </message>
    <message>
        <source>Manager calls</source>
        <translation>负责人致电</translation>
    </message>
    <message>
        <source>They spent much, came seldom and stay away: call in person and ask for the reason.</source>
        <translation>消费高、次数少、很久没来：由负责人亲自致电，了解原因。</translation>
    </message>
    <message>
        <source>Reward points</source>
        <translation>会员积分</translation>
    </message>
    <message>
        <source>They come often for small sums: thank them with points and show them what fits next.</source>
        <translation>来得多、消费不高：用积分感谢，介绍下一个合适的项目。</translation>
    </message>
    <message>
        <source>Remind of the next visit</source>
        <translation>到期提醒</translation>
    </message>
    <message>
        <source>They used to come often for small sums: remind them when the next treatment is due.</source>
        <translation>过去常来、消费不高：下次治疗到期时提醒。</translation>
    </message>
    <message>
        <source>First-month care</source>
        <translation>首月关怀</translation>
    </message>
    <message>
        <source>They came lately, once or twice: care for them in the first month and agree on the next visit.</source>
        <translation>最近来过一两次：首月做好关怀，约好下次到院。</translation>
    </message>
    <message>
        <source>Low-cost messages</source>
        <translation>低成本触达</translation>
    </message>
    <message>
        <source>They came seldom, long ago, for small sums: reach them with messages that cost little.</source>
        <translation>很久以前来过几次、消费不高：用低成本消息触达。</translation>
    </message>
    <message>
        <source>They came lately and come most often: give each a personal consultant and first choice of dates.</source>
        <translation>最近来过、来得最多：安排专属顾问，优先预约。</translation>
    </message>
    <message>
        <source>Invite to refer friends</source>
        <translation>邀请转介绍</translation>
    </message>
    <message>
        <source>They come often: invite them to bring a friend and thank them for it.</source>
        <translation>经常来：邀请介绍朋友，并表示感谢。</translation>
    </message>
    <message>
        <source>They came lately and more than once: plan a course of treatments with them.</source>
        <translation>最近来过且不止一次：一起规划疗程。</translation>
    </message>
    <message>
        <source>They came lately for the first time: care for them in the first month and agree on the next visit.</source>
        <translation>最近第一次来：首月做好关怀，约好下次到院。</translation>
    </message>
    <message>
        <source>Invite a second time</source>
        <translation>邀约再次到院</translation>
    </message>
    <message>
        <source>They came once, not long ago: invite them a second time.</source>
        <translation>不久前来过一次：邀约再次到院。</translation>
    </message>
    <message>
        <source>They came some times and begin to stay away: remind them when the next treatment is due.</source>
        <translation>来过几次，开始少来：下次治疗到期时提醒。</translation>
    </message>
    <message>
        <source>They came once or twice, some time ago: remind them before they forget the clinic.</source>
        <translation>一段时间前来过一两次：及时提醒，避免沉睡。</translation>
    </message>
    <message>
        <source>They came often and have not come for long: let their consultant ask how they are.</source>
        <translation>过去常来，已较久没来：请顾问主动问候。</translation>
    </message>
    <message>
        <source>They came most often of all and have not come for long: call in person and ask for the reason.</source>
        <translation>过去来得最多，已较久没来：由负责人亲自致电，了解原因。</translation>
    </message>
    <message>
        <source>They came seldom and long ago: reach them with messages that cost little.</source>
        <translation>很久以前来过几次：用低成本消息触达。</translation>
    </message>
    <message>
        <source>Greet once a quarter</source>
        <translation>季度问候</translation>
    </message>
    <message>
        <source>They came once, long ago: greet them once a quarter, not more.</source>
        <translation>很久以前来过一次：每季度问候一次即可。</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>SegmentsPageText</name>
    <message>
        <source>Updating</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>Updating the segments</source>
        <translation>正在更新客户分层</translation>
    </message>
    <message>
        <source>Cancelled. The result from before is still shown.</source>
        <translation>已取消，仍显示之前的结果。</translation>
    </message>
    <message>
        <source>Cancelled. Choose a setting above to count again.</source>
        <translation>已取消。在上方选择一个条件即可重新统计。</translation>
    </message>
    <message>
        <source>A customer is better or worse than the middle customer in R, F and M: eight names. Important are those who spent at least as much as the middle customer.</source>
        <translation>R、F、M 各与中位客户相比，组合成八类。“重要”指消费不低于中位客户。</translation>
    </message>
    <message>
        <source>Eleven names for regions of the grid.</source>
        <translation>对网格的区域取十一个名称。</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客户分层</translation>
    </message>
    <message>
        <source>Group customers by how lately, how often and for how much they came</source>
        <translation>按最近消费、频次与金额把客户分成可以行动的群组</translation>
    </message>
    <message>
        <source>Last time × how often</source>
        <translation>最近消费 × 消费频次</translation>
    </message>
    <message>
        <source>Click a cell to see its customers</source>
        <translation>点击格子查看客户</translation>
    </message>
    <message>
        <source>R says how long ago a customer came last: 5 is the latest. F says how often: 5 is the most often. Each cell holds its customers and what they spent on average. Ctrl, Shift or dragging chooses several cells.</source>
        <translation>R 表示距最近一次消费多久：5 为最近。F 表示消费频次：5 为最多。每个格子是客户数和平均消费。按住 Ctrl、Shift 或拖动可选多个格子。</translation>
    </message>
    <message>
        <source>Customers by last time and how often</source>
        <translation>按最近消费与频次的客户</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Segments with customers, share, spend and advice</source>
        <translation>客户分层：人数、占比、消费与建议</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Sizes of the key segments</source>
        <translation>重点分层人数变化</translation>
    </message>
    <message>
        <source>Customers at each month end; classes and thresholds are set anew for each.</source>
        <translation>各月末的客户数；每个月末重新计算分档与阈值。</translation>
    </message>
    <message>
        <source>Sizes of the key segments at month ends</source>
        <translation>重点分层各月末人数</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>segment, sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of segments</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Adjust classes</source>
        <translation>调整分档</translation>
    </message>
</context>
<context>
    <name>SessionView</name>
    <message>
        <source>(other)</source>
        <translation>（其他）</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>%1 sessions of %2, %3</source>
        <translation>%2，%1 次会话，%3</translation>
    </message>
    <message>
        <source>%1 sessions, %2 events in the middle; those of two or more lasted %3.</source>
        <translation>%1 次会话，中位 %2 个事件；两个以上事件的会话中位时长 %3。</translation>
    </message>
    <message>
        <source>%1 left after one event (%2 to %3).</source>
        <translation>%1 只看一下就走（%2 到 %3）。</translation>
    </message>
    <message>
        <source>“%1” is left most often: %2 of its %3 views end the session.</source>
        <translation>“%1”最容易走：%3 次浏览中 %2 结束了会话。</translation>
    </message>
    <message>
        <source>Left after one event</source>
        <translation>只看一下就走</translation>
    </message>
    <message>
        <source>With a session</source>
        <translation>有会话</translation>
    </message>
    <message>
        <source>Saw “%1”</source>
        <translation>看过“%1”</translation>
    </message>
    <message>
        <source>Came in at “%1”</source>
        <translation>从“%1”进来</translation>
    </message>
    <message>
        <source>Left at “%1”</source>
        <translation>在“%1”离开</translation>
    </message>
    <message>
        <source>Saw only “%1”</source>
        <translation>只看了“%1”</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Stayed, middle</source>
        <translation>停留中位</translation>
    </message>
    <message>
        <source>Came in here</source>
        <translation>从这里进来</translation>
    </message>
    <message>
        <source>Left here</source>
        <translation>在这里离开</translation>
    </message>
    <message>
        <source>Saw only this</source>
        <translation>只看这个</translation>
    </message>
    <message>
        <source>Most went on to</source>
        <translation>接着最多去</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Until the next event of the session, of %1 events; how long the last one took is not known</source>
        <translation>到同一会话的下一个事件为止，共 %1 个事件；最后一个停留多久不知道</translation>
    </message>
    <message>
        <source>%1 sessions ended here</source>
        <translation>%1 次会话在这里结束</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索次数</translation>
    </message>
    <message>
        <source>Left after it</source>
        <translation>搜完就走</translation>
    </message>
    <message>
        <source>Booked within %1 days</source>
        <translation>%1 天内预约</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>the year before</source>
        <translation>上一年同期</translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>as much as in %1</source>
        <translation>与 %1 持平</translation>
    </message>
    <message>
        <source>%1 more than in %2</source>
        <translation>比 %2 多 %1</translation>
    </message>
    <message>
        <source>%1 less than in %2</source>
        <translation>比 %2 少 %1</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>times per customer</source>
        <translation>人均次数</translation>
    </message>
    <message>
        <source>amounts added up</source>
        <translation>金额合计</translation>
    </message>
    <message>
        <source>average amount</source>
        <translation>平均金额</translation>
    </message>
    <message>
        <source>median amount</source>
        <translation>金额中位数</translation>
    </message>
    <message>
        <source>amount that %1 % stay below</source>
        <translation>%1 % 低于的金额</translation>
    </message>
    <message>
        <source>From</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 times, %3.</source>
        <translation>%1：%2 次，%3。</translation>
    </message>
    <message>
        <source>The last period is not over.</source>
        <translation>最后一期还没有结束。</translation>
    </message>
    <message>
        <source>%1 stands in the table.</source>
        <translation>%1在表格中。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Fewer than 30 events; treat with care.</source>
        <translation>不到 30 个事件，请谨慎看待。</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%2 %1：%3</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The highest was %1 in %2.</source>
        <translation>最高为 %2 的 %1。</translation>
    </message>
    <message>
        <source>“%1” has %2 of all events.</source>
        <translation>“%1”占全部事件的 %2。</translation>
    </message>
    <message>
        <source>The last period is not over: its value is not compared.</source>
        <translation>最后一期还没有结束，不作对比。</translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message>
        <source>From</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>(other)</source>
        <translation>（其他）</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>The last period is not over.</source>
        <translation>最后一期还没有结束。</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Half of the times at most %1; one in ten more than %2.</source>
        <translation>一半不超过 %1；十分之一超过 %2。</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Days between</source>
        <translation>间隔天数</translation>
    </message>
</context>
<context>
    <name>WatchText</name>
    <message>
        <source>Waiting for files in %1; Ctrl-C ends.</source>
        <translation>正在等待 %1 中的文件；按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>%1 is loaded already as batch %2; nothing was added.</source>
        <translation>%1 已作为批次 %2 导入过，未新增任何数据。</translation>
    </message>
    <message>
        <source>%1: %2, %3 rows, %4 taken, %5 set aside, batch %6.</source>
        <translation>%1：%2，共 %3 行，导入 %4 行，问题行 %5，批次 %6。</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>(other)</source>
        <translation>（其他）</translation>
    </message>
    <message>
        <source>(nothing more)</source>
        <translation>（到此为止）</translation>
    </message>
    <message>
        <source>(nothing before)</source>
        <translation>（由此开始）</translation>
    </message>
    <message>
        <source>(steps between)</source>
        <translation>（中间步骤）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Median wait</source>
        <translation>等待中位数</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>作为开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>作为结束</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>用时中位数</translation>
    </message>
</context>
<context>
    <name>Web</name>
    <message>
        <source>What</source>
        <translation>什么</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Stayed, middle</source>
        <translation>停留中位</translation>
    </message>
    <message>
        <source>Came in here</source>
        <translation>从这里进来</translation>
    </message>
    <message>
        <source>Left here</source>
        <translation>在这里离开</translation>
    </message>
    <message>
        <source>Saw only this</source>
        <translation>只看这个</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索次数</translation>
    </message>
    <message>
        <source>Left after it</source>
        <translation>搜完就走</translation>
    </message>
    <message>
        <source>Booked within %1 days</source>
        <translation>%1 天内预约</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>WindowPages</name>
    <message>
        <source>Records</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Funnels</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客户分层</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Acting</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>客户旅程</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>WorkspaceCommands</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Known customers</source>
        <translation>已知客户</translation>
    </message>
    <message>
        <source>Anonymous handles</source>
        <translation>匿名标识</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Rows set aside, open</source>
        <translation>待处理问题行</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Nothing is loaded yet. “meitrace import W FILE…” loads export files.</source>
        <translation>还没有导入任何内容。用“meitrace import W 文件…”导入导出文件。</translation>
    </message>
    <message>
        <source>%1 is ready and empty.</source>
        <translation>%1 已建好，暂无数据。</translation>
    </message>
    <message>
        <source>The demo clinic is in %1, its export files are in %2. All people in it are invented.</source>
        <translation>演示机构在 %1，导出文件在 %2。其中人物均为虚构。</translation>
    </message>
    <message>
        <source>The workspace is sound.</source>
        <translation>工作区完好。</translation>
    </message>
    <message>
        <source>Backed up to %1.</source>
        <translation>已备份到 %1。</translation>
    </message>
    <message>
        <source>%1 is restored from %2.</source>
        <translation>%1 已从 %2 恢复。</translation>
    </message>
    <message>
        <source>People erased since the backup, erased in it again: %1</source>
        <translation>备份之后已被删除、在其中再次删除的顾客：%1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>On</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>meitrace::AnalysisTab</name>
    <message>
        <source>Nobody did this on these days</source>
        <translation>这段时间里没有人这样做</translation>
    </message>
    <message>
        <source>Another event or more days may show somebody.</source>
        <translation>换一个事件或放宽日期也许会有。</translation>
    </message>
</context>
<context>
    <name>meitrace::AttributionTab</name>
    <message>
        <source>Credit of the channels</source>
        <translation>渠道功劳</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化数</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What this says</source>
        <translation>说明了什么</translation>
    </message>
    <message>
        <source>All models side by side</source>
        <translation>各模型并列</translation>
    </message>
    <message>
        <source>Each model divides the same conversions among the channels of the touches before them. Where they agree, the order is sound; where they do not, no model is the true one.</source>
        <translation>每个模型把同样的转化分给之前触点的渠道。各模型一致时顺序可靠；不一致时没有哪个模型是对的。</translation>
    </message>
    <message>
        <source>Main models</source>
        <translation>主要模型</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>Most frequent paths through the channels</source>
        <translation>最常见的渠道路径</translation>
    </message>
    <message>
        <source>No conversion has a touch before it</source>
        <translation>没有一次转化之前有触点</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>the first of each customer</source>
        <translation>每位客户的首次</translation>
    </message>
    <message>
        <source>every one</source>
        <translation>每一次</translation>
    </message>
    <message>
        <source>those after the first</source>
        <translation>首次之后的</translation>
    </message>
    <message>
        <source>Touches of</source>
        <translation>触点</translation>
    </message>
    <message>
        <source>90 days before</source>
        <translation>之前 90 天</translation>
    </message>
    <message>
        <source>30 days before</source>
        <translation>之前 30 天</translation>
    </message>
    <message>
        <source>60 days before</source>
        <translation>之前 60 天</translation>
    </message>
    <message>
        <source>180 days before</source>
        <translation>之前 180 天</translation>
    </message>
    <message>
        <source>365 days before</source>
        <translation>之前 365 天</translation>
    </message>
    <message>
        <source>Direct visits</source>
        <translation>直接访问</translation>
    </message>
    <message>
        <source>never the last touch</source>
        <translation>不作末次触点</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>as any other</source>
        <translation>与其他相同</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>in a row are one</source>
        <translation>连续的算一次</translation>
    </message>
    <message>
        <source>all count</source>
        <translation>都算</translation>
    </message>
    <message>
        <source>only the first time</source>
        <translation>只算第一次</translation>
    </message>
    <message>
        <source>Markov looks back</source>
        <translation>马尔可夫往回看</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>一个渠道</translation>
    </message>
    <message>
        <source>two channels</source>
        <translation>两个渠道</translation>
    </message>
    <message>
        <source>three channels</source>
        <translation>三个渠道</translation>
    </message>
    <message>
        <source>Dividing the credit</source>
        <translation>正在分配功劳</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::AudienceEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the audience</source>
        <translation>人群名称</translation>
    </message>
    <message>
        <source>The same as rule text</source>
        <translation>对应的规则文本</translation>
    </message>
    <message>
        <source>Rule text</source>
        <translation>规则文本</translation>
    </message>
    <message>
        <source>New audience</source>
        <translation>新建人群</translation>
    </message>
    <message>
        <source>Change the audience</source>
        <translation>修改人群</translation>
    </message>
    <message>
        <source>Customers of whom a fact is not known do not fulfil a condition about it, nor its opposite.</source>
        <translation>某项信息未知的客户，既不满足相关条件，也不满足其反面。</translation>
    </message>
    <message>
        <source>Who that is now</source>
        <translation>当前结果</translation>
    </message>
    <message>
        <source>Conditions and whom they hold for</source>
        <translation>各条件及其人数</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Asked anew each time the data change</source>
        <translation>数据更新时重新计算</translation>
    </message>
    <message>
        <source>Save as fixed list</source>
        <translation>保存为固定名单</translation>
    </message>
    <message>
        <source>Keeps exactly these customers</source>
        <translation>只保留现在这些客户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A condition is not complete yet.</source>
        <translation>有一个条件还没有填完。</translation>
    </message>
    <message>
        <source>Counting the audience</source>
        <translation>正在计算人群</translation>
    </message>
    <message>
        <source>Of %1 more the rule cannot tell.</source>
        <translation>另有 %1 位无法判断。</translation>
    </message>
    <message>
        <source>The rule can tell of everybody.</source>
        <translation>所有客户都能判断。</translation>
    </message>
    <message>
        <source>Not in the data: %1.</source>
        <translation>数据中没有：%1。</translation>
    </message>
    <message>
        <source>May be reached: %1</source>
        <translation>可触达：%1</translation>
    </message>
    <message>
        <source>Give the audience a name.</source>
        <translation>请给人群起一个名称。</translation>
    </message>
    <message>
        <source>A name has at most 80 characters and no quotation marks.</source>
        <translation>名称最多 80 个字，不能有引号。</translation>
    </message>
    <message>
        <source>Saving the audience</source>
        <translation>正在保存人群</translation>
    </message>
    <message>
        <source>There is an audience “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的人群，请换一个名称。</translation>
    </message>
</context>
<context>
    <name>meitrace::AudienceTable</name>
    <message>
        <source>Rule does not work</source>
        <translation>规则无法使用</translation>
    </message>
    <message>
        <source>Fixed list</source>
        <translation>固定名单</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存日期</translation>
    </message>
    <message>
        <source>Rule or origin</source>
        <translation>规则或来源</translation>
    </message>
</context>
<context>
    <name>meitrace::AudiencesPage</name>
    <message>
        <source>Audience “%1” saved</source>
        <translation>已保存人群“%1”</translation>
    </message>
    <message>
        <source>Counting the audiences</source>
        <translation>正在计算人群</translation>
    </message>
    <message>
        <source>Fixed list as of %1</source>
        <translation>固定名单，截至 %1</translation>
    </message>
    <message>
        <source>Live: asked anew each time the data change</source>
        <translation>动态人群：数据更新时重新计算</translation>
    </message>
    <message>
        <source>May be reached: %1</source>
        <translation>可触达：%1</translation>
    </message>
    <message>
        <source>Listing customers</source>
        <translation>正在列出客户</translation>
    </message>
    <message>
        <source>Looking why</source>
        <translation>正在查找原因</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Groups of customers to look at, to compare and to write to</source>
        <translation>把客户分成人群，查看、比较并触达</translation>
    </message>
    <message>
        <source>New audience</source>
        <translation>新建人群</translation>
    </message>
    <message>
        <source>Saved audiences</source>
        <translation>已保存的人群</translation>
    </message>
    <message>
        <source>Under each channel stands whom consent lets you reach there. A file may hold fewer: who has no number, is under 18 or belongs to the clinic is left out as well.</source>
        <translation>各渠道下是按授权可触达的人数。导出的人数可能更少：没有联系标识、未满 18 岁和内部人员也会被排除。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Make a fixed list</source>
        <translation>固定名单</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Why is a customer in or out?</source>
        <translation>某位客户为什么在或不在？</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>No audience is saved yet</source>
        <translation>还没有保存的人群</translation>
    </message>
    <message>
        <source>Put one together from conditions, or save the customers behind any number.</source>
        <translation>用条件组合一个人群，或把任意数字背后的客户保存下来。</translation>
    </message>
    <message>
        <source>There is an audience “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的人群，请换一个名称。</translation>
    </message>
    <message>
        <source>Saving the audience</source>
        <translation>正在保存人群</translation>
    </message>
    <message>
        <source>“%1” is a fixed list now</source>
        <translation>“%1”已成为固定名单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Name of the audience</source>
        <translation>人群名称</translation>
    </message>
    <message>
        <source>Renaming the audience</source>
        <translation>正在重命名人群</translation>
    </message>
    <message>
        <source>Deleting the audience</source>
        <translation>正在删除人群</translation>
    </message>
    <message>
        <source>“%1” is deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>deletion of “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Counted among all customers, whatever is filtered on other pages.</source>
        <translation>按全部客户统计，不受其他页面的筛选影响。</translation>
    </message>
    <message>
        <source>change of “%1”</source>
        <translation>“%1”的修改</translation>
    </message>
    <message>
        <source>saving of “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>fixing of “%1”</source>
        <translation>“%1”改为固定名单</translation>
    </message>
    <message>
        <source>renaming of “%1”</source>
        <translation>“%1”改名</translation>
    </message>
    <message>
        <source>“%1” is called “%2” now</source>
        <translation>“%1”已改名为“%2”</translation>
    </message>
</context>
<context>
    <name>meitrace::AuditTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>On</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>meitrace::CampaignTab</name>
    <message>
        <source>Campaigns</source>
        <translation>营销计划</translation>
    </message>
    <message>
        <source>A customer belongs to a campaign from the first message, click or lead that names it. Bars: share of those reached. Spend is of the ad reports; rows with nobody in them are money that meets no campaign. Greyed: fewer than 30 reached.</source>
        <translation>客户从第一条带有该计划名的消息、点击或留资起属于它。条形：占触达的比例。花费来自投放报表；没有人的行是对不上计划的花费。灰色：触达不足 30 人。</translation>
    </message>
    <message>
        <source>No message, lead or report names a campaign on these days</source>
        <translation>这些天没有消息、留资或报表带有计划名</translation>
    </message>
    <message>
        <source>Arrivals within</source>
        <translation>到院算</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Money within</source>
        <translation>金额算</translation>
    </message>
    <message>
        <source>Following the campaigns</source>
        <translation>正在跟踪营销计划</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::CardCopy</name>
    <message>
        <source>Copied as a picture, names masked</source>
        <translation>已复制为图片，姓名已打码</translation>
    </message>
</context>
<context>
    <name>meitrace::CardDifferenceTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
</context>
<context>
    <name>meitrace::CardTable</name>
    <message>
        <source>Card</source>
        <translation>卡项</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期有效</translation>
    </message>
</context>
<context>
    <name>meitrace::CauseTable</name>
    <message>
        <source>Set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略过</translation>
    </message>
</context>
<context>
    <name>meitrace::ChannelCostTab</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>What each channel cost and brought</source>
        <translation>每个渠道的花费与收获</translation>
    </message>
    <message>
        <source>Customers by the channel of their lead. Money is what they paid less refunds, in so many days from the lead on; return is that by what was spent. Channels whose ranges overlap share their places.</source>
        <translation>客户按线索的渠道归类。金额是留线索后若干天内的实收减退款；回报是它除以花费。区间重叠的渠道名次相同。</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>No leads on these days</source>
        <translation>这些天没有线索</translation>
    </message>
    <message>
        <source>One channel beside the others</source>
        <translation>一个渠道与其他渠道对比</translation>
    </message>
    <message>
        <source>What this says</source>
        <translation>说明了什么</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What ad reports tell of single campaigns. The same money in reports of two levels counts once.</source>
        <translation>投放报表中的各个计划。同一笔钱在两个层级的报表中只计一次。</translation>
    </message>
    <message>
        <source>No ad report tells of campaigns of this channel</source>
        <translation>没有投放报表提到这个渠道的计划</translation>
    </message>
    <message>
        <source>Leads of</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>the last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>the last 6 months</source>
        <translation>最近 6 个月</translation>
    </message>
    <message>
        <source>the last 3 months</source>
        <translation>最近 3 个月</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Money of</source>
        <translation>金额看</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 天</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 天</translation>
    </message>
    <message>
        <source>If spend falls by</source>
        <translation>如果花费减少</translation>
    </message>
    <message>
        <source>Following the leads</source>
        <translation>正在跟踪线索</translation>
    </message>
    <message>
        <source>Beside the others</source>
        <translation>与其他渠道对比</translation>
    </message>
    <message>
        <source>%1 beside the others</source>
        <translation>%1 与其他渠道对比</translation>
    </message>
    <message>
        <source>Of %1, how many came that far</source>
        <translation>%1中有多少走到这一步</translation>
    </message>
</context>
<context>
    <name>meitrace::ChannelsPage</name>
    <message>
        <source>Costs and quality</source>
        <translation>成本与质量</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What each channel cost, what became of its leads, and which channels had a part in a deal</source>
        <translation>每个渠道花了多少、线索后来怎样、哪些渠道促成了成交</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>线上行为</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>营销计划</translation>
    </message>
</context>
<context>
    <name>meitrace::ChartToggle</name>
    <message>
        <source>View as chart</source>
        <translation>以图表查看</translation>
    </message>
    <message>
        <source>View as table</source>
        <translation>以表格查看</translation>
    </message>
    <message>
        <source>%1 (Ctrl+T)</source>
        <translation>%1（Ctrl+T）</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copied as a picture, names masked</source>
        <translation>已复制为图片，姓名已打码</translation>
    </message>
</context>
<context>
    <name>meitrace::CheckStep</name>
    <message>
        <source>Rows set aside and cells repaired, by reason</source>
        <translation>按原因汇总的问题行和修复项</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 rows: %2 as they stand, %3 repaired, %4 set aside, %5 left out (totals, repeated headers, blank)</source>
        <translation>共 %1 行：%2 行原样导入，%3 行修复后导入，%4 行有问题，%5 行略过（合计行、重复表头、空行）</translation>
    </message>
    <message>
        <source>Every row can be read as it stands</source>
        <translation>每一行都能原样读取</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>正在读取整个文件…</translation>
    </message>
</context>
<context>
    <name>meitrace::ColumnStep</name>
    <message>
        <source>Remember this for files with the same columns</source>
        <translation>记住设置，用于相同列名的文件</translation>
    </message>
    <message>
        <source>Say first what is in the file.</source>
        <translation>请先选择文件类型。</translation>
    </message>
    <message>
        <source>Field for column %1</source>
        <translation>列“%1”对应的字段</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请确认</translation>
    </message>
    <message>
        <source>Everything this kind of file must have is there. What is not used is left out.</source>
        <translation>必需的字段都已对应，未使用的列将被忽略。</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>还缺少：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Similar name, please confirm</source>
        <translation>名称相近，请确认</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirm: %1 stands for %2</source>
        <translation>确认：%1 对应 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) stand for a field by a similar name only: please confirm.</source>
        <translation>
            <numerusform>有 %Ln 列仅因名称相近而对应到字段，请确认。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::CompareDialog</name>
    <message>
        <source>“%1” and the rest</source>
        <translation>“%1”与其余客户</translation>
    </message>
    <message>
        <source>Shares in this set and in the rest</source>
        <translation>本组与其余客户的占比</translation>
    </message>
    <message>
        <source>Compare with the rest</source>
        <translation>与其余客户对比</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在对比</translation>
    </message>
    <message>
        <source>There are fewer than 10 other customers to compare with.</source>
        <translation>其余客户不足 10 位，无法对比。</translation>
    </message>
    <message>
        <source>There are fewer than 10 customers in this set. Nothing is compared, so that nobody can be recognised.</source>
        <translation>这组客户不足 10 位。为避免认出个人，不做对比。</translation>
    </message>
    <message>
        <source>To keep this comparison, save these customers as an audience first.</source>
        <translation>要保留这次对比，请先把这些客户另存为人群。</translation>
    </message>
</context>
<context>
    <name>meitrace::ComparisonTable</name>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>When saved, %1</source>
        <translation>保存时（%1）</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>现在（%1）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>meitrace::ConsentDialog</name>
    <message>
        <source>Ends on</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Consent of %1</source>
        <translation>%1 的授权</translation>
    </message>
    <message>
        <source>Where it is written down: form, chat, call</source>
        <translation>凭证：签字单、聊天、通话</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What she said</source>
        <translation>客户的意思</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Last day it holds</source>
        <translation>有效的最后一天</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The ledger keeps every word; the latest one counts.</source>
        <translation>台账保留每一次表态，以最近一次为准。</translation>
    </message>
    <message>
        <source>From this day on exports leave her out.</source>
        <translation>从这一天起，导出时会排除该客户。</translation>
    </message>
</context>
<context>
    <name>meitrace::ContactTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>meitrace::CustomerTable</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近接触</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>可触达</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院次数</translation>
    </message>
    <message>
        <source>Net paid</source>
        <translation>实收净额</translation>
    </message>
    <message>
        <source>Agreed to marketing on at least one channel</source>
        <translation>至少在一个渠道同意接收营销信息</translation>
    </message>
    <message>
        <source>No consent to marketing, or unsubscribed</source>
        <translation>未授权营销，或已退订</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>may be contacted</comment>
        <translation>可触达</translation>
    </message>
    <message>
        <source>No</source>
        <comment>may be contacted</comment>
        <translation>未授权</translation>
    </message>
</context>
<context>
    <name>meitrace::CustomersPage</name>
    <message>
        <source>Save %1 as audience</source>
        <translation>将选中的 %1 位保存为人群</translation>
    </message>
    <message>
        <source>Save as audience</source>
        <translation>保存为人群</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Everybody who is known, as one person over all channels</source>
        <translation>所有已识别的客户，多渠道合并为同一个人</translation>
    </message>
    <message>
        <source>Code, phone tail, name or initials</source>
        <translation>客户编号、手机尾号、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>No customers match</source>
        <translation>没有符合条件的客户</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Listing customers</source>
        <translation>正在列出客户</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在排序</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>which set of customers</comment>
        <translation>仅看：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, customers</comment>
        <translation>%2中的 %1 位</translation>
    </message>
    <message>
        <source>%1 is erased: %2 rows of files, %3 events. Nothing of her is left in the workspace.</source>
        <translation>%1 已删除：文件 %2 行、事件 %3 条。工作区中不再有任何痕迹。</translation>
    </message>
    <message>
        <source>%1 is erased, but %2 places of the file still hold a number of hers.</source>
        <translation>%1 已删除，但文件中仍有 %2 处含有其号码。</translation>
    </message>
    <message>
        <source>Another program is reading the workspace; the log beside it is emptied when the last one closes it.</source>
        <translation>另一个程序正在读取工作区；等它关闭后，旁边的日志才会清空。</translation>
    </message>
    <message>
        <source>These files may still hold her: %1.</source>
        <translation>这些文件里可能还有该客户：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>meitrace::CustomersPanel</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No customers match</source>
        <translation>没有符合条件的客户</translation>
    </message>
    <message>
        <source>Save as audience</source>
        <translation>保存为人群</translation>
    </message>
    <message>
        <source>Listing customers</source>
        <translation>正在列出客户</translation>
    </message>
    <message>
        <source>%1 can be contacted (%2 without consent or unsubscribed are left out)</source>
        <translation>其中 %1 位可触达（%2 位未授权或已退订，将被排除）</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Code, phone tail, name or initials</source>
        <translation>客户编号、手机尾号、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Search in this set</source>
        <translation>在这组客户中搜索</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>customer(s)</source>
        <comment>behind a number of its own</comment>
        <translation>
            <numerusform>位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Open in Customers</source>
        <translation>在客户页查看</translation>
    </message>
    <message>
        <source>Compare with the rest</source>
        <translation>与其余客户对比</translation>
    </message>
    <message>
        <source>Wider panel, with names</source>
        <translation>加宽面板并显示姓名</translation>
    </message>
</context>
<context>
    <name>meitrace::DataPage</name>
    <message>
        <source>Encoding and columns are recognised; the file is not changed</source>
        <translation>自动识别编码与字段，不会改动原文件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>所有资料只存在这台电脑上</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No file has been loaded yet</source>
        <translation>还没有导入文件</translation>
    </message>
    <message>
        <source>Loaded files</source>
        <translation>已导入的文件</translation>
    </message>
    <message>
        <source>Every row of a file has one fate: taken, a duplicate, or set aside with a reason.</source>
        <translation>文件的每一行只有一种去向：采用、重复，或注明原因后列为问题行。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Latest day</source>
        <translation>最近日期</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1起</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>not counted anywhere until mended</source>
        <translation>修正之前不计入任何数字</translation>
    </message>
    <message>
        <source>%1 rows read, %2 duplicates, %3 set aside. Customers: %4 before, %5 now.</source>
        <translation>已读 %1 行，重复 %2 行，问题行 %3 行。客户：导入前 %4 位，现在 %5 位。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>撤出</translation>
    </message>
    <message>
        <source>The selected file is taken out, as if it had never been loaded. It can be loaded again.</source>
        <translation>撤出所选文件，就像从未导入过一样，之后可以重新导入。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Rows set aside (%1)</source>
        <translation>问题行（%1）</translation>
    </message>
    <message>
        <source>%1 was taken out. The workspace is as if it had never been loaded.</source>
        <translation>已撤出 %1，工作区恢复到从未导入它的状态。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quality (%1)</source>
        <translation>质量（%1）</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.xls *.jsonl *.ndjson *.html *.gz);;All files (*)</source>
        <translation>表格文件 (*.csv *.txt *.tsv *.xlsx *.xls *.jsonl *.ndjson *.html *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Drop Excel, CSV or text files here</source>
        <translation>把 Excel、CSV 或文本文件拖到这里</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln visitor(s) not recognised</source>
        <translation>
            <numerusform>另有 %Ln 位未识别的访客</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder is not watched any more. %1</source>
        <translation>已停止监视该文件夹。%1</translation>
    </message>
    <message>
        <source>Merge review (%1)</source>
        <translation>合并复核（%1）</translation>
    </message>
    <message>
        <source>Merge review</source>
        <translation>合并复核</translation>
    </message>
    <message>
        <source>Totals (%1)</source>
        <translation>对账（%1）</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>Diary</source>
        <translation>数据日记</translation>
    </message>
    <message>
        <source>Cleaning rules</source>
        <translation>清洗规则</translation>
    </message>
    <message>
        <source>What the last import changed</source>
        <translation>上次导入改变了什么</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>数据字典</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称核对</translation>
    </message>
</context>
<context>
    <name>meitrace::DecisionDialog</name>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Join %1 and %2</source>
        <translation>合并 %1 与 %2</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>Working out what would follow…</source>
        <translation>正在推算结果…</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Working out what would follow</source>
        <translation>正在推算结果</translation>
    </message>
    <message>
        <source>It holds from now on, whatever rules and later files say. Undo takes it back.</source>
        <translation>此后无论规则或新文件怎么说都以此为准。可以撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>meitrace::DecisionFigures</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 现在</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>Net paid</source>
        <translation>实收净额</translation>
    </message>
    <message>
        <source>Saved audiences</source>
        <translation>已存人群</translation>
    </message>
    <message>
        <source>Marketing, %1</source>
        <translation>营销，%1</translation>
    </message>
</context>
<context>
    <name>meitrace::DecisionTable</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) %1</source>
        <translation>
            <numerusform>%Ln 条记录%1</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
</context>
<context>
    <name>meitrace::DiaryTab</name>
    <message>
        <source>What every load changed</source>
        <translation>每次导入改变了什么</translation>
    </message>
    <message>
        <source>Why last week&apos;s figure was another one: every file that came or went, and what it did to the months before. Choose a line to see the figures.</source>
        <translation>为什么上周的数字不一样：每个导入或取出的文件，以及它对以前月份的影响。选择一行查看数字。</translation>
    </message>
    <message>
        <source>No file has been loaded yet</source>
        <translation>还没有导入文件</translation>
    </message>
    <message>
        <source>Figures of the past that came out differently</source>
        <translation>与之前不同的历史数字</translation>
    </message>
    <message>
        <source>Reading the diary</source>
        <translation>正在读取日记</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No month that had figures before came out differently</source>
        <translation>此前已有数字的月份都没有变化</translation>
    </message>
    <message>
        <source>No load has changed a figure of the past</source>
        <translation>没有哪次导入改变过历史数字</translation>
    </message>
</context>
<context>
    <name>meitrace::DiaryTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Not there now</source>
        <translation>不再出现</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Past figures</source>
        <translation>历史数字</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>不变</translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) differ</source>
        <translation>
            <numerusform>%Ln 个月有变</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>months</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, file</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>meitrace::DictionaryTab</name>
    <message>
        <source>Every field</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>What the program knows of each kind of file: its fields, what they hold, what they are used for, and the headers by which they are recognised.</source>
        <translation>每类文件有哪些字段、内容是什么、作何用途，以及能识别的列名。</translation>
    </message>
    <message>
        <source>A field, or a header of your file</source>
        <translation>字段名，或你文件里的列名</translation>
    </message>
    <message>
        <source>Search the dictionary</source>
        <translation>搜索字典</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>No field is called so</source>
        <translation>没有这样的字段</translation>
    </message>
    <message>
        <source>All kinds of files</source>
        <translation>全部文件类型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln 个字段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::DictionaryTable</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Names in files</source>
        <translation>文件中的列名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>always</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>任选其一</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between headers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>a list goes on</comment>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>meitrace::EraseDialog</name>
    <message>
        <source>Counting what would be erased…</source>
        <translation>正在统计将删除的内容…</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Counting what would be erased</source>
        <translation>正在统计将删除的内容</translation>
    </message>
    <message>
        <source>Code of the customer</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>It cannot be undone, and neither can anything done before. The clinic&apos;s own systems keep their records; a file that brings her again is loaded without her.</source>
        <translation>此操作无法撤销，之前的操作也不能再撤销。机构自己的系统仍保留其记录；以后导入的文件若再含有该客户，会自动略过。</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>请输入 %1 以继续：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everything the workspace holds of %1 would be erased:</source>
        <translation>工作区中 %1 的全部资料将被删除：</translation>
    </message>
    <message>
        <source>Rows of loaded files</source>
        <translation>已导入文件的行</translation>
    </message>
    <message>
        <source>Bills, treatments, bookings and other documents</source>
        <translation>收费、治疗、预约等单据</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Names, numbers and ids</source>
        <translation>姓名、号码与编号</translation>
    </message>
    <message>
        <source>Facts about her</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Frozen audiences she is in</source>
        <translation>所在的固定人群</translation>
    </message>
    <message>
        <source>Rows of others that name a number of hers</source>
        <translation>他人记录中含其号码的行</translation>
    </message>
</context>
<context>
    <name>meitrace::ExportDialog</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Who is left out and why</source>
        <translation>排除了谁、为什么</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>What these people are written to for; goes into the log</source>
        <translation>为什么联系这些客户；会记入日志</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>UTF-8 with mark (for Excel)</source>
        <translation>UTF-8 带标记（适合 Excel）</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>GB18030</source>
        <translation>GB18030</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Counting whom the file may hold</source>
        <translation>正在计算可导出的客户</translation>
    </message>
    <message>
        <source>Nobody in this audience may be reached on this channel.</source>
        <translation>这个人群中没有人可以通过这个渠道触达。</translation>
    </message>
    <message>
        <source>Say what for before exporting.</source>
        <translation>导出前请先填写用途。</translation>
    </message>
    <message>
        <source>Who wrote it, when, what for and how many goes into the log of this workspace.</source>
        <translation>谁在什么时候、为什么导出了多少人，会记入工作区日志。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Tables of text (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>Saving the audience</source>
        <translation>正在保存人群</translation>
    </message>
    <message>
        <source>Named by</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Nobody is in the file</source>
        <translation>文件中没有客户</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Needs consent to hand data to advertising platforms.</source>
        <translation>需要客户同意把信息提供给广告平台。</translation>
    </message>
    <message>
        <source>Needs consent to marketing on this channel.</source>
        <translation>需要客户同意在这个渠道接收营销信息。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <comment>so many customers</comment>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>CSV, %1</source>
        <translation>CSV，%1</translation>
    </message>
    <message>
        <source>First rows as they stand in the file (%1). Names and numbers are masked here only.</source>
        <translation>文件的前几行（%1）。姓名和号码只在这里打码，文件中是完整的。</translation>
    </message>
    <message>
        <source>%1 written</source>
        <comment>so many customers</comment>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>File: %1
Rows: %2
Left out: %3
Manifest beside it: %4
Delete it by: %5
SHA-256: %6</source>
        <translation>文件：%1
行数：%2
未列入：%3
同目录清单：%4
请在此日期前删除：%5
SHA-256：%6</translation>
    </message>
    <message>
        <source>“%1” is there already. Put the list of %2 in its place?</source>
        <comment>file, customers</comment>
        <translation>“%1”已经存在。用这份 %2 的名单替换它吗？</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>替换文件</translation>
    </message>
</context>
<context>
    <name>meitrace::FactTable</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1，截至 %2</translation>
    </message>
</context>
<context>
    <name>meitrace::FeedbackTab</name>
    <message>
        <source>How satisfied, with what and with whom</source>
        <translation>对什么、对谁的满意度</translation>
    </message>
    <message>
        <source>An answer counts for every item and every member of staff of the treatment day it is about. A group stands out where it lies beyond what chance explains in 998 of 1,000 cases.</source>
        <translation>一份评价计入其治疗日的每个项目和每位人员。超出 1,000 次中 998 次的偶然范围才算突出。</translation>
    </message>
    <message>
        <source>No answer and no complaint is about one of these</source>
        <translation>没有与此相关的评价或投诉</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Who still waits</source>
        <translation>谁还在等待</translation>
    </message>
    <message>
        <source>Grades up to 3 or an NPS up to 6 after which nobody called and the customer did not come again, and complaints the file calls open.</source>
        <translation>评分不高于 3 或 NPS 不高于 6，之后无人回访、客户也未再来；以及文件中未完结的投诉。</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有待处理的反馈</translation>
    </message>
    <message>
        <source>Satisfied, week by week</source>
        <translation>每周满意度</translation>
    </message>
    <message>
        <source>Who bought again</source>
        <translation>谁再次消费</translation>
    </message>
    <message>
        <source>Every customer once, by the first treatment on these days for which the time is over.</source>
        <translation>每位客户一次，取所选日期内观察期已满的首次治疗。</translation>
    </message>
    <message>
        <source>For no treatment is the time over</source>
        <translation>尚无观察期已满的治疗</translation>
    </message>
    <message>
        <source>Answers of</source>
        <translation>评价来源</translation>
    </message>
    <message>
        <source>surveys and calls</source>
        <translation>问卷和回访</translation>
    </message>
    <message>
        <source>surveys</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>follow-up calls</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>About treatments of</source>
        <translation>针对治疗</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Bought again within</source>
        <translation>再次消费期限</translation>
    </message>
    <message>
        <source>Reading what customers say</source>
        <translation>正在读取客户反馈</translation>
    </message>
    <message>
        <source>No customer has said anything on these days</source>
        <translation>这些日期里没有客户反馈</translation>
    </message>
    <message>
        <source>Surveys, follow-up calls with a grade and complaints make this page.</source>
        <translation>需要问卷、带评分的回访或投诉记录。</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
</context>
<context>
    <name>meitrace::FileIntake</name>
    <message>
        <source>Looking up the loaded files</source>
        <translation>正在查找已导入的文件</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在识别 %1</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>正在检查 %1</translation>
    </message>
</context>
<context>
    <name>meitrace::FileTable</name>
    <message>
        <source>Rows set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) to look at</source>
        <translation>
            <numerusform>%Ln 行待核对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::FillTable</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Rows or people</source>
        <translation>行数或人数</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>填写率</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Changed while loading</source>
        <translation>导入时更改</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
</context>
<context>
    <name>meitrace::FunnelChanges</name>
    <message>
        <source>change of the funnel</source>
        <translation>漏斗修改</translation>
    </message>
</context>
<context>
    <name>meitrace::FunnelEditor</name>
    <message>
        <source>Not broken down</source>
        <translation>不拆分</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>删除此步</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Time to get through</source>
        <translation>转化窗口</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>拆分维度</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Order of the steps</source>
        <translation>步骤顺序</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>In order, anything in between</source>
        <translation>按先后顺序，中间可有其他行为</translation>
    </message>
    <message>
        <source>In order, nothing in between</source>
        <translation>按先后顺序，中间不隔其他行为</translation>
    </message>
    <message>
        <source>In any order</source>
        <translation>不分先后</translation>
    </message>
    <message>
        <source>Customers, once each</source>
        <translation>客户（去重）</translation>
    </message>
    <message>
        <source>Clinic visits</source>
        <translation>到院次数</translation>
    </message>
    <message>
        <source>Web sessions</source>
        <translation>网络会话</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>按保存时的设置</translation>
    </message>
</context>
<context>
    <name>meitrace::FunnelFigures</name>
    <message>
        <source>Fewer than 30 customers; treat with care</source>
        <translation>客户少于 30 位，仅供参考</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>95 % certain: %1 to %2</source>
        <translation>95 % 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>Largest loss</source>
        <translation>最大流失环节</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Nobody is lost</source>
        <translation>没有流失</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>流失 %1</translation>
    </message>
    <message>
        <source>Median time from first to last step</source>
        <translation>首步到末步的中位时长</translation>
    </message>
    <message>
        <source>Lost there and may be contacted</source>
        <translation>该环节流失且可触达</translation>
    </message>
    <message>
        <source>of %1 lost</source>
        <translation>共流失 %1 位</translation>
    </message>
    <message>
        <source>half of them: %1 to %2</source>
        <translation>半数：%1 至 %2</translation>
    </message>
</context>
<context>
    <name>meitrace::FunnelReasons</name>
    <message>
        <source>How the rate moves</source>
        <translation>走完率的变化</translation>
    </message>
    <message>
        <source>By the time of the first step. Dotted where some still have time; the band is the 95 % range.</source>
        <translation>按第一步的时间。还有人有时间的用虚线；色带是 95 % 区间。</translation>
    </message>
    <message>
        <source>What goes along with getting through</source>
        <translation>什么与走完相伴</translation>
    </message>
    <message>
        <source>Nothing else was done by at least 20 customers and left undone by as many</source>
        <translation>没有其他行为是至少 20 人做了且至少 20 人没做的</translation>
    </message>
    <message>
        <source>Looking for what goes along</source>
        <translation>正在找相伴的行为</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在找客户</translation>
    </message>
    <message>
        <source>What else customers did between the first step and the end, lost ones as long as those who got through. Greyed: perhaps noise, or part of the way of almost everybody. Odds of 2 mean: twice the odds with it.</source>
        <translation>客户在第一步到结束之间还做了什么；流失者与走完者看同样长的时间。灰色：可能是偶然，或几乎人人都会经过。优势比 2 表示做了的胜算加倍。</translation>
    </message>
    <message>
        <source>What was written down of the lost</source>
        <translation>流失客户登记的原因</translation>
    </message>
    <message>
        <source>The first visit without a deal, cancelled booking or missed appointment behind the last step. Everybody lost stands in one row; who still has time in none.</source>
        <translation>走到的最后一步之后，首次未成交、取消预约或爽约。每位流失的客户只在一行里；时间还没到的不算。</translation>
    </message>
    <message>
        <source>Nobody was lost</source>
        <translation>没有人流失</translation>
    </message>
</context>
<context>
    <name>meitrace::FunnelsPage</name>
    <message>
        <source>Funnels</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>See who is lost at each step and turn them into an audience</source>
        <translation>看清每一步丢了谁，并把他们变成可触达的人群</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>A customer gets through when the steps happen one after the other within the time. Somebody whose time has not yet run out is still open, not lost.</source>
        <translation>在转化窗口内依次完成各步骤的客户计为完成。窗口尚未结束的客户计为进行中，不算流失。</translation>
    </message>
    <message>
        <source>From step to step</source>
        <translation>逐步转化</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Nobody has taken the first step yet</source>
        <translation>还没有客户进入第一步</translation>
    </message>
    <message>
        <source>Counting the funnel</source>
        <translation>正在计算漏斗</translation>
    </message>
    <message>
        <source>Compare with the days before</source>
        <translation>与上期对比</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>How often and when</source>
        <translation>次数与时段</translation>
    </message>
    <message>
        <source>Out of the ordinary</source>
        <translation>指标异动</translation>
    </message>
</context>
<context>
    <name>meitrace::HandleTable</name>
    <message>
        <source>Stands in</source>
        <translation>出现于</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Joined by</source>
        <translation>关联依据</translation>
    </message>
    <message>
        <source>%1
Seen %2 to %3</source>
        <translation>%1
出现于 %2 至 %3</translation>
    </message>
</context>
<context>
    <name>meitrace::HomeLooks</name>
    <message>
        <source>Looking where customers are lost</source>
        <translation>正在查找流失环节</translation>
    </message>
    <message>
        <source>Looking what was out of the ordinary</source>
        <translation>正在查找异动</translation>
    </message>
</context>
<context>
    <name>meitrace::ImportEffectTable</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers with a phone number</source>
        <translation>有手机号的客户</translation>
    </message>
    <message>
        <source>Records that came together by themselves</source>
        <translation>自动合并的记录</translation>
    </message>
    <message>
        <source>Pairs that wait for a decision</source>
        <translation>待复核的配对</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>搁置的行</translation>
    </message>
    <message>
        <source>Duplicates in these files</source>
        <translation>这些文件里的重复行</translation>
    </message>
    <message>
        <source>Totals of these files that differ</source>
        <translation>这些文件里不符的合计</translation>
    </message>
    <message>
        <source>Months whose figures came out differently</source>
        <translation>数字有变的月份</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
</context>
<context>
    <name>meitrace::ImportWizard</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>不导入这个文件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This file is loaded already. Importing it again changes nothing.</source>
        <translation>这个文件已经导入过，再次导入不会有变化。</translation>
    </message>
    <message>
        <source>Some columns are still to be named: one step back.</source>
        <translation>还有列没有对应字段，请返回上一步。</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>Look closer…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Some columns are still to be confirmed: one step back.</source>
        <translation>还有列需要确认，请返回上一步。</translation>
    </message>
    <message>
        <source>The check was stopped. The import reads every row all the same.</source>
        <translation>检查已停止。导入时仍会读取每一行。</translation>
    </message>
    <message>
        <source>Take this file in again</source>
        <translation>恢复导入这个文件</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>导入 %Ln 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::IntakeList</name>
    <message>
        <source>Files to import</source>
        <translation>待导入的文件</translation>
    </message>
</context>
<context>
    <name>meitrace::IntakeTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Overlap</source>
        <comment>with loaded files</comment>
        <translation>与已有重叠</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>meitrace::JourneysPage</name>
    <message>
        <source>Journeys</source>
        <translation>客户旅程</translation>
    </message>
    <message>
        <source>The ways customers really took, from the first contact to the sale or to the loss</source>
        <translation>从第一次接触到成交或流失，客户真正走过的路</translation>
    </message>
    <message>
        <source>Path diagram</source>
        <translation>路径图</translation>
    </message>
    <message>
        <source>Frequent paths</source>
        <translation>常见路径</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation>卡点</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>行为模式</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>客户反馈</translation>
    </message>
</context>
<context>
    <name>meitrace::KindStep</name>
    <message>
        <source>What is in this file?</source>
        <translation>这个文件里是什么？</translation>
    </message>
    <message>
        <source>Fits best</source>
        <translation>最匹配</translation>
    </message>
</context>
<context>
    <name>meitrace::LifecycleTab</name>
    <message>
        <source>Active customers by where they come from</source>
        <translation>活跃客户的来源</translation>
    </message>
    <message>
        <source>Who was active in a period stayed from the period before, came back after a pause, or is new. Who was active before and not now stayed away.</source>
        <translation>某期活跃的人，或从上一期留下，或间隔后回归，或是新客。上一期活跃、本期没有的是未来。</translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>所有期</translation>
    </message>
    <message>
        <source>Everybody who was ever active stands in one state of each period. Active now = active before - stayed away + new + came back.</source>
        <translation>曾经活跃的每个人在每一期都处于一个状态。本期活跃 = 上期活跃 - 未来 + 新客 + 回归。</translation>
    </message>
    <message>
        <source>Active with</source>
        <translation>活跃指</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation>流失期限</translation>
    </message>
    <message>
        <source>%1 periods</source>
        <translation>%1 期</translation>
    </message>
    <message>
        <source>Following customers from period to period</source>
        <translation>正在逐期跟踪客户</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::MainWindow</name>
    <message>
        <source>MeiTrace workspaces (*.meitrace)</source>
        <translation>美迹工作区 (*.meitrace)</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>新建工作区(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Load &amp;sample data</source>
        <translation>载入示例数据(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About MeiTrace</source>
        <translation>关于美迹(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外观(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>MeiTrace</source>
        <translation>美迹</translation>
    </message>
    <message>
        <source>%1 — MeiTrace</source>
        <translation>%1 — 美迹</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>About MeiTrace</source>
        <translation>关于美迹</translation>
    </message>
    <message>
        <source>&lt;h3&gt;MeiTrace %1&lt;/h3&gt;&lt;p&gt;A workbench for the marketing of a clinic. Everything stays on this computer.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;美迹 %1&lt;/h3&gt;&lt;p&gt;医美机构的营销分析工作台。所有资料只存在这台电脑上。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Still importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Files are being imported. Quit and leave the rest out?</source>
        <translation>文件还在导入。退出并放弃其余部分吗？</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Hide names</source>
        <translation>隐藏姓名(&amp;H)</translation>
    </message>
    <message>
        <source>Chart or &amp;table</source>
        <translation>图表或表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Looking for a backup</source>
        <translation>正在查找备份</translation>
    </message>
    <message>
        <source>Restore the backup of %1</source>
        <translation>恢复 %1的备份</translation>
    </message>
    <message>
        <source>A new workspace is made of %1. The damaged one stays as it is.</source>
        <translation>将用 %1 生成新的工作区，损坏的文件保持原样。</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>正在恢复 %1</translation>
    </message>
    <message>
        <source>&amp;Save analysis…</source>
        <translation>保存分析(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>下一个区域(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Part of the window before</source>
        <translation>上一个区域(&amp;P)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, customers</comment>
        <translation>%2中的 %1 位</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so there is no place for the sample clinic. Make a workspace of your own somewhere else instead.</source>
        <translation>无法创建文件夹 %1，示例诊所没有存放位置。请在别处新建自己的工作区。</translation>
    </message>
    <message>
        <source>%1 is damaged. What can still be read is shown; where something cannot, that is said in its place. Nothing is written to the file any more.</source>
        <translation>%1 已损坏。还能读出的内容照常显示，读不出的地方会注明。程序不再写入这个文件。</translation>
    </message>
    <message>
        <source>%1 There is no backup beside it: keep the file, and import the export files again into a new workspace.</source>
        <comment>what is damaged</comment>
        <translation>%1旁边没有备份：请保留这个文件，把导出文件重新导入到新的工作区。</translation>
    </message>
    <message>
        <source>%1 Restore its last backup, then import again what came later.</source>
        <comment>what is damaged</comment>
        <translation>%1请恢复最近一次备份，再把之后的文件重新导入。</translation>
    </message>
    <message>
        <source>Names hidden (F9)</source>
        <translation>已隐藏姓名（F9）</translation>
    </message>
</context>
<context>
    <name>meitrace::MendTable</name>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>改为</translation>
    </message>
</context>
<context>
    <name>meitrace::MendingDialog</name>
    <message>
        <source>Values and what they become</source>
        <translation>原值与改后的值</translation>
    </message>
    <message>
        <source>Write into all</source>
        <translation>全部填入</translation>
    </message>
    <message>
        <source>Without a new value: take the row, with nothing in this field</source>
        <translation>没有填新值的：照常采用该行，此字段留空</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Mend rows</source>
        <translation>批量修正</translation>
    </message>
    <message>
        <source>The same for every value</source>
        <translation>所有值统一改为</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write what is to stand in place of a value.</source>
        <translation>请填写要改成的值。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) will be read again.</source>
        <translation>
            <numerusform>将重新读取 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::MergeReviewTab</name>
    <message>
        <source>Comparing records</source>
        <translation>正在比对记录</translation>
    </message>
    <message>
        <source>Are these one person?</source>
        <translation>这两条记录是同一个人吗？</translation>
    </message>
    <message>
        <source>The program joins by itself only what is certain. What you decide here beats every rule and every later import, and can be undone.</source>
        <translation>程序只自动合并确定无疑的记录。您在这里的决定优先于所有规则和以后的导入，并且可以撤销。</translation>
    </message>
    <message>
        <source>Same person (Y)</source>
        <translation>同一个人 (Y)</translation>
    </message>
    <message>
        <source>Two people (N)</source>
        <translation>不是同一人 (N)</translation>
    </message>
    <message>
        <source>Undo (U)</source>
        <translation>撤销 (U)</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← 上一对</translation>
    </message>
    <message>
        <source>Not sure, next →</source>
        <translation>不确定，下一对 →</translation>
    </message>
    <message>
        <source>Pair before</source>
        <translation>上一对</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一对</translation>
    </message>
    <message>
        <source>No records wait for a decision</source>
        <translation>没有待复核的记录</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>尚未打开工作区</translation>
    </message>
    <message>
        <source>Records that may be one person are put here when files are loaded.</source>
        <translation>导入文件时，可能属于同一个人的记录会出现在这里。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 对，共 %2 对</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>Weight: each point doubles the odds</source>
        <translation>权重：每 1 点，可能性翻一倍</translation>
    </message>
    <message>
        <source>What would change (W)</source>
        <translation>会有什么变化 (W)</translation>
    </message>
</context>
<context>
    <name>meitrace::MonitorTab</name>
    <message>
        <source>A number and what was usual</source>
        <translation>指标与正常范围</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Out of the ordinary</source>
        <translation>指标异动</translation>
    </message>
    <message>
        <source>Days, or weeks where days have few, on which a number lay outside of what the weeks before let expect. Public holidays are left out. Where it moved is not why.</source>
        <translation>指标超出前几周所预期范围的日子（每天数量少时按周）。法定节假日除外。变化出现在哪里不等于原因。</translation>
    </message>
    <message>
        <source>Nothing was out of the ordinary</source>
        <translation>没有异动</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>the latest %1 days</source>
        <translation>最近 %1 天</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>显示指标</translation>
    </message>
    <message>
        <source>Looking what was out of the ordinary</source>
        <translation>正在查找异动</translation>
    </message>
    <message>
        <source>There is no number to watch yet</source>
        <translation>还没有可关注的指标</translation>
    </message>
    <message>
        <source>Leads, bookings, arrivals, bills and treatments are watched.</source>
        <translation>关注的指标：线索、预约、到院、开单和治疗。</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By week: days have too few</source>
        <translation>按周：每天数量太少</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::MovedFigureTable</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>meitrace::NameTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>可能是</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>meitrace::NamesTab</name>
    <message>
        <source>Names that are not known</source>
        <translation>未识别的名称</translation>
    </message>
    <message>
        <source>Items that the catalogue does not have and sources that no channel is known for. They count as they stand. A rule that writes the usual name works on next month&apos;s file too.</source>
        <translation>目录里没有的项目、对应不到渠道的来源，会按原文统计。写一条规则改成常用名称，下个月的文件也会自动处理。</translation>
    </message>
    <message>
        <source>Write a rule…</source>
        <translation>写成规则…</translation>
    </message>
    <message>
        <source>Looking through the names</source>
        <translation>正在核对名称</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln 个名称</numerusform>
        </translation>
    </message>
    <message>
        <source>No loaded file names an item or a channel</source>
        <translation>已导入的文件里没有项目或渠道</translation>
    </message>
    <message>
        <source>Every name is known</source>
        <translation>名称都能识别</translation>
    </message>
</context>
<context>
    <name>meitrace::Page</name>
    <message>
        <source>Data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>No customers match the filters</source>
        <translation>没有符合条件的客户</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing has been loaded yet</source>
        <translation>还没有导入任何文件</translation>
    </message>
    <message>
        <source>Import the files your systems export, and this page fills.</source>
        <translation>导入各系统的导出文件后，这里就有内容。</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>导入文件</translation>
    </message>
</context>
<context>
    <name>meitrace::PainTab</name>
    <message>
        <source>Where more are lost than usual</source>
        <translation>哪里流失得比通常多</translation>
    </message>
    <message>
        <source>Every step for every group: hour, weekday, first answer, channel, staff, item … Shown are groups that are surely lost more often than the others. Only those count whose time is over.</source>
        <translation>每一步、每一组逐一比较：时段、星期、首次回复、渠道、员工、项目……只列出确实比其他组流失更多的组；时间还没到的人不算。</translation>
    </message>
    <message>
        <source>No group is lost surely more often than the others</source>
        <translation>没有哪一组确实比其他组流失得更多</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What those bring who get through: the weight of a loss.</source>
        <translation>走过每一步的人带来多少：一次流失的分量。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Told apart by</source>
        <translation>按什么区分</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>channel and campaign</source>
        <translation>渠道和计划</translation>
    </message>
    <message>
        <source>staff and store</source>
        <translation>员工和门店</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Money of</source>
        <translation>金额算</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>There is no way from a lead to a sale in the data yet</source>
        <translation>数据里还没有从留资到成交的过程</translation>
    </message>
    <message>
        <source>Leads, bookings, visits and bills make it.</source>
        <translation>有留资、预约、到院和开单就能看到。</translation>
    </message>
    <message>
        <source>Looking where customers are lost</source>
        <translation>正在查找流失在哪里</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::Palette</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>A page, a command, a customer, an audience, a saved analysis</source>
        <translation>页面、命令、客户、人群、已存分析</translation>
    </message>
</context>
<context>
    <name>meitrace::PaperView</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>报告页面</translation>
    </message>
    <message>
        <source>Small pages to jump to</source>
        <translation>页面缩略图，点击跳转</translation>
    </message>
</context>
<context>
    <name>meitrace::PathTab</name>
    <message>
        <source>Each column is a step; a band is as wide as the number of paths that go from one step to the next. Click steps to follow a route, Esc lets go of it.</source>
        <translation>每一列是一步；带子的宽度是从这一步到下一步的路径数。点击步骤可沿一条路线查看，按 Esc 取消。</translation>
    </message>
    <message>
        <source>Click to follow this way</source>
        <translation>点击沿此路查看</translation>
    </message>
    <message>
        <source>See the customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>first step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Names per step</source>
        <translation>每步名称数</translation>
    </message>
    <message>
        <source>Following the paths</source>
        <translation>正在跟踪路径</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>%1 went this way, %2 of all in this chart</source>
        <translation>%1走过这条路，占图中全部的 %2</translation>
    </message>
</context>
<context>
    <name>meitrace::PatternTab</name>
    <message>
        <source>Sequences that go with it</source>
        <translation>与之相关的行为顺序</translation>
    </message>
    <message>
        <source>Steps in this order, others may lie between. Of those who reach it only what came before counts; the others are watched as long, so that nothing looks good for having been watched longer.</source>
        <translation>步骤按此先后，中间可有其他步骤。达到者只看之前的行为；其他客户观察同样长的时间，避免因观察更久而显得有效。</translation>
    </message>
    <message>
        <source>No sequence goes surely with it</source>
        <translation>没有哪个顺序与之确有关联</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>导向</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Steps nearly all take</source>
        <translation>几乎人人都有的步骤</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>客户占比</translation>
    </message>
    <message>
        <source>1 % or more</source>
        <translation>至少 1 %</translation>
    </message>
    <message>
        <source>5 % or more</source>
        <translation>至少 5 %</translation>
    </message>
    <message>
        <source>0.2 % or more</source>
        <translation>至少 0.2 %</translation>
    </message>
    <message>
        <source>Looking for sequences</source>
        <translation>正在查找行为顺序</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::ProblemGroupTable</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>meitrace::ProblemRows</name>
    <message>
        <source>Load the mended file</source>
        <translation>导入已修正的文件</translation>
    </message>
    <message>
        <source>Tables of text (*.csv);;All files (*)</source>
        <translation>文本表格 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>These rows could not be read safely. Save them, mend the marked cells in Excel and load the file again: they then count as if they had been right at once.</source>
        <translation>这些行无法可靠读取。请先另存，在 Excel 中改正标出的单元格后重新导入，效果与一开始就正确相同。</translation>
    </message>
    <message>
        <source>No row is set aside</source>
        <translation>没有问题行</translation>
    </message>
    <message>
        <source>Save to mend…</source>
        <translation>另存待修正…</translation>
    </message>
    <message>
        <source>Load mended…</source>
        <translation>导入已修正…</translation>
    </message>
    <message>
        <source>Listing rows set aside</source>
        <translation>正在列出问题行</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>待处理 %1</translation>
    </message>
    <message>
        <source>%1 (import %2)</source>
        <translation>%1（第 %2 次导入）</translation>
    </message>
    <message>
        <source>Rows of which file?</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>One file at a time</source>
        <translation>一次处理一个文件</translation>
    </message>
    <message>
        <source>Save the rows to mend</source>
        <translation>另存待修正的行</translation>
    </message>
    <message>
        <source>to-mend-%1.csv</source>
        <translation>待修正-%1.csv</translation>
    </message>
    <message>
        <source>Tables of text (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saving the rows</source>
        <translation>正在保存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) saved to %1</source>
        <translation>
            <numerusform>已将 %Ln 行保存到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题原因</translation>
    </message>
    <message>
        <source>Rows set aside for the same reason. Choose a line: mend all its rows at once, or write a cleaning rule that also works on next month&apos;s file.</source>
        <translation>按同一原因归在一起的问题行。选中一行，可一次修正全部，或写成清洗规则，下个月的文件也照此处理。</translation>
    </message>
    <message>
        <source>Mend…</source>
        <translation>批量修正…</translation>
    </message>
    <message>
        <source>Write a rule…</source>
        <translation>写成规则…</translation>
    </message>
</context>
<context>
    <name>meitrace::ProcessTab</name>
    <message>
        <source>Most frequent paths</source>
        <translation>最常见的路径</translation>
    </message>
    <message>
        <source>Whole paths from the first to the last step. “Together” adds up the shares from the top down.</source>
        <translation>从第一步到最后一步的完整路径。“累计”自上而下累加占比。</translation>
    </message>
    <message>
        <source>Nobody did anything on these days</source>
        <translation>这段时间里没有任何事件</translation>
    </message>
    <message>
        <source>What follows what</source>
        <translation>什么之后是什么</translation>
    </message>
    <message>
        <source>A row is what was done, a column what came after it. Dark cells are the usual way on.</source>
        <translation>行是做了什么，列是之后发生了什么。深色格是通常的走向。</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Right after</source>
        <translation>紧接着</translation>
    </message>
    <message>
        <source>At any time later</source>
        <translation>之后任何时候</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>显示名称数</translation>
    </message>
    <message>
        <source>Following the paths</source>
        <translation>正在跟踪路径</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
</context>
<context>
    <name>meitrace::ProfileOverview</name>
    <message>
        <source>Consent</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>登记…</translation>
    </message>
    <message>
        <source>Enter a consent</source>
        <translation>登记授权</translation>
    </message>
    <message>
        <source>Contacts over all channels</source>
        <translation>全渠道接触</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接触</translation>
    </message>
    <message>
        <source>No contact is known</source>
        <translation>没有接触记录</translation>
    </message>
    <message>
        <source>None on file</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>She may not be written to for marketing</source>
        <translation>不可用于营销触达</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
</context>
<context>
    <name>meitrace::ProfilePanel</name>
    <message>
        <source>Looking up the customer</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Parts of the customer file</source>
        <translation>客户档案的各部分</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Copy of her data…</source>
        <translation>导出本人数据…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>删除此人…</translation>
    </message>
    <message>
        <source>Records (%1)</source>
        <translation>记录 (%1)</translation>
    </message>
    <message>
        <source>Copy of her data</source>
        <translation>本人数据</translation>
    </message>
    <message>
        <source>JSON (*.json);;Table (*.csv)</source>
        <translation>JSON (*.json);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Writing a copy of her data</source>
        <translation>正在导出本人数据</translation>
    </message>
    <message>
        <source>%1 holds everything the workspace knows of her: %2 documents, %3 events, %4 rows of files.</source>
        <translation>%1 包含工作区中该客户的全部资料：单据 %2 份、事件 %3 条、文件 %4 行。</translation>
    </message>
</context>
<context>
    <name>meitrace::ProfilePurchases</name>
    <message>
        <source>Cards</source>
        <translation>卡项</translation>
    </message>
    <message>
        <source>Purchases and treatments</source>
        <translation>消费与治疗</translation>
    </message>
    <message>
        <source>No purchase is known</source>
        <translation>没有消费记录</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>No file of card balances lists her</source>
        <translation>卡项余额文件中没有该客户</translation>
    </message>
    <message>
        <source>%1 sessions left, worth %2</source>
        <translation>剩余 %1 次，价值 %2</translation>
    </message>
</context>
<context>
    <name>meitrace::ProfileRecords</name>
    <message>
        <source>Her records</source>
        <translation>该客户的记录</translation>
    </message>
    <message>
        <source>Is one of them somebody else? Choose it and split it off.</source>
        <translation>其中有别人的记录？选中后拆分出去。</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>What the files say</source>
        <translation>各文件的说法</translation>
    </message>
    <message>
        <source>No file says more of her</source>
        <translation>没有更多资料</translation>
    </message>
    <message>
        <source>Decisions about her records</source>
        <translation>对这些记录的判定</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>meitrace::ProfileSheetDialog</name>
    <message>
        <source>With her name</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>打印 %1</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customer file as PDF</source>
        <translation>客户档案 PDF</translation>
    </message>
</context>
<context>
    <name>meitrace::PurchaseTable</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>item, how many</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>单号 %1</translation>
    </message>
</context>
<context>
    <name>meitrace::QualityPanel</name>
    <message>
        <source>Rows behind the check</source>
        <translation>检查涉及的行</translation>
    </message>
    <message>
        <source>No row in force</source>
        <translation>没有有效的行</translation>
    </message>
    <message>
        <source>Found by month</source>
        <translation>按月发现</translation>
    </message>
    <message>
        <source>Rows set aside</source>
        <translation>问题行</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Listing rows</source>
        <translation>正在列出行</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>By the month the file was loaded</source>
        <translation>按文件导入的月份</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>The first %1 rows</source>
        <translation>前 %1 行</translation>
    </message>
    <message>
        <source>%1 rows were set aside; they are not listed here</source>
        <translation>另有 %1 行问题行，不在此列出</translation>
    </message>
</context>
<context>
    <name>meitrace::QualityRowTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>meitrace::QualityTab</name>
    <message>
        <source>Checks of the data</source>
        <translation>数据检查</translation>
    </message>
    <message>
        <source>Every check runs when the data change. Open one to see what is behind it.</source>
        <translation>数据变化后会重新检查。点开一项可查看具体内容。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>How full the fields are</source>
        <translation>字段填写情况</translation>
    </message>
    <message>
        <source>Of every field a file ever filled: in how many rows, or for how many people, it says something that can be used.</source>
        <translation>文件填写过的每个字段：在多少行或多少人身上有可用的内容。</translation>
    </message>
    <message>
        <source>No file has been loaded yet</source>
        <translation>尚未导入文件</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>正在检查数据</translation>
    </message>
    <message>
        <source>%1 to look at</source>
        <translation>%1 项待处理</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>没有需要修正的内容</translation>
    </message>
</context>
<context>
    <name>meitrace::QualityTable</name>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理建议</translation>
    </message>
</context>
<context>
    <name>meitrace::QuarantineTable</name>
    <message>
        <source>Whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Perhaps %1</source>
        <translation>可能是 %1</translation>
    </message>
</context>
<context>
    <name>meitrace::ReadingStep</name>
    <message>
        <source>The first row names the columns</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件前几行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>The file holds no rows</source>
        <translation>文件里没有数据行</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1（自动识别）</translation>
    </message>
    <message>
        <source>The first %1 rows are shown; an import reads them all. The file itself is not changed.</source>
        <translation>这里显示前 %1 行，导入时会读取全部行，不会改动原文件。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
</context>
<context>
    <name>meitrace::RecipeChangeTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>计作</translation>
    </message>
</context>
<context>
    <name>meitrace::RecipeDialog</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New cleaning rule</source>
        <translation>新清洗规则</translation>
    </message>
    <message>
        <source>Cleaning rule</source>
        <translation>清洗规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Where it</source>
        <translation>当它</translation>
    </message>
    <message>
        <source>This</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>To</source>
        <translation>改成</translation>
    </message>
    <message>
        <source>From</source>
        <translation>取自</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>Text can be replaced where the field contains it.</source>
        <translation>只有在字段“包含”某段文字时才能替换。</translation>
    </message>
    <message>
        <source>Something is missing yet.</source>
        <translation>还缺点内容。</translation>
    </message>
    <message>
        <source>Looking at the files that are loaded…</source>
        <translation>正在查看已导入的文件…</translation>
    </message>
    <message>
        <source>Trying the rule</source>
        <translation>正在试用规则</translation>
    </message>
    <message>
        <source>No file of this source is loaded: the rule works on the next one.</source>
        <translation>还没有导入这个来源的文件：规则会用于下一个文件。</translation>
    </message>
    <message>
        <source>None of the %1 rows that are loaded would change.</source>
        <translation>已导入的 %1 行都不会改变。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows that are loaded: %3</source>
        <translation>已导入的 %2 行中有 %1 行：%3</translation>
    </message>
</context>
<context>
    <name>meitrace::RecipeTab</name>
    <message>
        <source>Cleaning rules</source>
        <translation>清洗规则</translation>
    </message>
    <message>
        <source>Rules work on every file of their source while it is loaded, one after the other, from the first to the last. The file itself is not changed, and every change is listed.</source>
        <translation>规则在导入该来源的每个文件时依次起作用。文件本身不变，每处改动都列出来。</translation>
    </message>
    <message>
        <source>No rule yet. A rule mends what is wrong in every file of a source: next month too</source>
        <translation>还没有规则。一条规则会修正这个来源的每个文件，下个月也一样</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>添加规则…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cells the rule changed</source>
        <translation>这条规则改动的单元格</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Choose a rule to see what it changed</source>
        <translation>选择一条规则，查看它改动了什么</translation>
    </message>
    <message>
        <source>The rule has changed nothing in the files that are loaded</source>
        <translation>这条规则没有改动已导入的文件</translation>
    </message>
    <message>
        <source>Files that are loaded were read with other rules: %1.</source>
        <translation>已导入的文件是按别的规则读入的：%1。</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>重新读入</translation>
    </message>
    <message>
        <source>Listing changed cells</source>
        <translation>正在列出改动的单元格</translation>
    </message>
    <message>
        <source>Reading the cleaning rules</source>
        <translation>正在读取清洗规则</translation>
    </message>
    <message>
        <source>Keeping the cleaning rules</source>
        <translation>正在保存清洗规则</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Rule “%1” added</source>
        <translation>已添加规则“%1”</translation>
    </message>
    <message>
        <source>Rule “%1” changed</source>
        <translation>已修改规则“%1”</translation>
    </message>
    <message>
        <source>Rule “%1” switched on</source>
        <translation>已开启规则“%1”</translation>
    </message>
    <message>
        <source>Rule “%1” switched off</source>
        <translation>已关闭规则“%1”</translation>
    </message>
    <message>
        <source>Rule “%1” works earlier</source>
        <translation>规则“%1”已提前</translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation>已移除规则“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read again with the rules of today.</source>
        <translation>
            <numerusform>已按现在的规则重新读入 %Ln 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>As they were loaded stay: %1.</source>
        <translation>保持导入时样子的：%1。</translation>
    </message>
</context>
<context>
    <name>meitrace::RecipeTable</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Cells changed</source>
        <translation>改动的单元格</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>meitrace::ReconcileTab</name>
    <message>
        <source>What the files say themselves</source>
        <translation>文件自己的合计</translation>
    </message>
    <message>
        <source>Every total and subtotal line of a file is a check: what its rows come to, set aside ones included, has to be what the line says.</source>
        <translation>文件里的每一行合计和小计都是一次核对：各行（含搁置的行）相加应当等于它所写的数。</translation>
    </message>
    <message>
        <source>Totals of the files</source>
        <translation>文件的合计</translation>
    </message>
    <message>
        <source>Balances of cards</source>
        <translation>卡项余额</translation>
    </message>
    <message>
        <source>What is left on a card has to be what was bought and given, less what was used. These are not.</source>
        <translation>卡上剩余应等于购买加赠送减已用。以下不符。</translation>
    </message>
    <message>
        <source>Balances that differ</source>
        <translation>不符的余额</translation>
    </message>
    <message>
        <source>No loaded file has a line with totals</source>
        <translation>已导入的文件都没有合计行</translation>
    </message>
    <message>
        <source>%1 of %2 differ</source>
        <translation>%2 个中有 %1 个不符</translation>
    </message>
    <message>
        <source>%1 agree</source>
        <translation>%1 个相符</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) without a total</source>
        <translation>
            <numerusform>%Ln 个文件没有合计行</numerusform>
        </translation>
    </message>
    <message>
        <source>Every balance follows from what was bought and used</source>
        <translation>每张卡的余额都等于购买减已用</translation>
    </message>
    <message>
        <source>An export of card balances (bought, used, left) is checked here</source>
        <translation>导入卡项余额（购买、已用、剩余）后在此核对</translation>
    </message>
    <message>
        <source>Comparing the totals</source>
        <translation>正在核对合计</translation>
    </message>
</context>
<context>
    <name>meitrace::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>See, print and save what the next meeting needs</source>
        <translation>会前预览、打印并保存需要的报告</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Kind of report</source>
        <translation>报告类型</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>The pages look on paper as they look here, light also where the window is dark. They hold sums only, no names and no phone numbers.</source>
        <translation>纸面与这里看到的一致，窗口为深色时报告仍为浅色。报告只含汇总数字，不含姓名和电话。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Customer journey</source>
        <translation>客户旅程</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>The same period a year before</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>最近 3 个月</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>There is nothing to report yet</source>
        <translation>还没有可以写进报告的数据</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>已停止，报告没有生成。</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>journey-%1</source>
        <translation>客户旅程-%1</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>保存 PDF 报告</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Days: as chosen below</source>
        <translation>日期：见下方</translation>
    </message>
</context>
<context>
    <name>meitrace::RetentionTab</name>
    <message>
        <source>A row is everybody for whom the event happened in that period; a column says how many of them came back so many periods later. What is not over yet is left empty and counts as nothing.</source>
        <translation>一行是在该周期内发生此事件的所有人；一列说明若干周期之后有多少人回来。尚未到期的留空，不计入。</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>回来的</translation>
    </message>
    <message>
        <source>Did not come back</source>
        <translation>没回来的</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Average of all rows</source>
        <translation>所有行的平均</translation>
    </message>
    <message>
        <source>Retention curve</source>
        <translation>留存曲线</translation>
    </message>
    <message>
        <source>What this says</source>
        <translation>读图</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Came back with</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>算作回来</translation>
    </message>
    <message>
        <source>who came in the period</source>
        <translation>该周期内来过</translation>
    </message>
    <message>
        <source>who came in it or later</source>
        <translation>该周期或之后来过</translation>
    </message>
    <message>
        <source>who came up to it</source>
        <translation>到该周期为止来过</translation>
    </message>
    <message>
        <source>who came in every one so far</source>
        <translation>每个周期都来过</translation>
    </message>
    <message>
        <source>Customers by</source>
        <translation>客户按</translation>
    </message>
    <message>
        <source>their first time ever</source>
        <translation>有史以来首次</translation>
    </message>
    <message>
        <source>their first time on these days</source>
        <translation>所选日期内首次</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>每一次</translation>
    </message>
    <message>
        <source>of the calendar</source>
        <translation>自然周期</translation>
    </message>
    <message>
        <source>from the event on</source>
        <translation>从事件算起</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Counting who came back</source>
        <translation>正在统计谁回来了</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Aligned to</source>
        <translation>对齐</translation>
    </message>
</context>
<context>
    <name>meitrace::RfmCutsDialog</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Equal groups</source>
        <translation>等人数</translation>
    </message>
    <message>
        <source>Fixed bounds</source>
        <translation>固定边界</translation>
    </message>
    <message>
        <source>Natural gaps</source>
        <translation>自然间断</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>Segments now and with these classes</source>
        <translation>各分层现在与调整后的人数</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Adjust classes</source>
        <translation>调整分档</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>档数</translation>
    </message>
    <message>
        <source>Last visit, days ago</source>
        <translation>最近到院（天前）</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到院次数</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>开单次数</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗次数</translation>
    </message>
    <message>
        <source>Money, ¥</source>
        <translation>金额（¥）</translation>
    </message>
    <message>
        <source>%1: upper bound %2 of %3</source>
        <translation>%1：第 %2 个上限，共 %3 个</translation>
    </message>
    <message>
        <source>How often by fixed bounds, because most customers came once or twice; the last visit and the money in groups of about the same size.</source>
        <translation>频次按固定边界分档，因为多数客户只来过一两次；最近到院和金额按人数大致相等分档。</translation>
    </message>
    <message>
        <source>Groups of about the same size; customers with the same figure are never torn apart. The bounds follow from the data.</source>
        <translation>每档人数大致相等，数值相同的客户不会被分开。边界由数据算出。</translation>
    </message>
    <message>
        <source>Each bound is the last figure that belongs to its class. Fixed bounds stay the same next month, so that the segments of two months can be compared.</source>
        <translation>每个边界是该档的最后一个数值。固定边界下个月也不变，两个月的分层可以直接比较。</translation>
    </message>
    <message>
        <source>Cut where the figures have gaps. The bounds follow from the data.</source>
        <translation>在数值的间断处分档。边界由数据算出。</translation>
    </message>
    <message>
        <source>Counting the segments</source>
        <translation>正在统计各分层</translation>
    </message>
    <message>
        <source>Every customer stays in the same segment.</source>
        <translation>每位客户的分层都不变。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) of %1 would change segment.</source>
        <translation>
            <numerusform>%1 位客户中有 %Ln 位会换到别的分层。</numerusform>
        </translation>
    </message>
    <message>
        <source>Middle customer</source>
        <translation>中位客户</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Better or worse than</source>
        <translation>高低分界</translation>
    </message>
    <message>
        <source>Eight segments: better or worse than</source>
        <translation>八类的高低分界</translation>
    </message>
    <message>
        <source>Last visit within, days</source>
        <translation>最近到院在（天内）</translation>
    </message>
    <message>
        <source>At least, times</source>
        <translation>次数不少于</translation>
    </message>
    <message>
        <source>At least, ¥</source>
        <translation>金额不少于（¥）</translation>
    </message>
</context>
<context>
    <name>meitrace::RhythmTab</name>
    <message>
        <source>How often</source>
        <translation>次数分布</translation>
    </message>
    <message>
        <source>How long between</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>When in the week</source>
        <translation>一周时段</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>Week by the hour</source>
        <translation>一周各小时</translation>
    </message>
    <message>
        <source>What this says</source>
        <translation>说明了什么</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>hours of the clock</source>
        <translation>小时数</translation>
    </message>
    <message>
        <source>amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>the same again</source>
        <translation>下一次相同事件</translation>
    </message>
    <message>
        <source>Counting how often</source>
        <translation>正在数次数</translation>
    </message>
    <message>
        <source>Those who never did</source>
        <translation>从未做过的</translation>
    </message>
    <message>
        <source>Those not followed yet</source>
        <translation>还没有后续的</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::RuleGroupEditor</name>
    <message>
        <source>Condition in this group</source>
        <translation>组内条件</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件的组合方式</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>满足全部条件</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足任一条件</translation>
    </message>
    <message>
        <source>The first, but none of the others</source>
        <translation>满足第一条，排除其余</translation>
    </message>
    <message>
        <source>An attribute or a figure</source>
        <translation>属性或指标</translation>
    </message>
    <message>
        <source>Something they did or did not</source>
        <translation>做过或没做过某事</translation>
    </message>
    <message>
        <source>RFM segment</source>
        <translation>RFM 分层</translation>
    </message>
    <message>
        <source>In another audience</source>
        <translation>属于另一个人群</translation>
    </message>
    <message>
        <source>May be reached</source>
        <translation>可触达</translation>
    </message>
    <message>
        <source>A group of conditions</source>
        <translation>一组条件</translation>
    </message>
    <message>
        <source>Rule text</source>
        <translation>规则文本</translation>
    </message>
</context>
<context>
    <name>meitrace::RuleRow</name>
    <message>
        <source>not</source>
        <translation>非</translation>
    </message>
    <message>
        <source>Turns this condition round</source>
        <translation>取这个条件的反面</translation>
    </message>
    <message>
        <source>RFM segment is</source>
        <translation>RFM 分层为</translation>
    </message>
    <message>
        <source>RFM segment</source>
        <translation>RFM 分层</translation>
    </message>
    <message>
        <source>is in the audience</source>
        <translation>属于人群</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除这个条件</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>above</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Did or did not</source>
        <translation>做过或没做过</translation>
    </message>
    <message>
        <source>did</source>
        <translation>做过</translation>
    </message>
    <message>
        <source>did not</source>
        <translation>没做过</translation>
    </message>
    <message>
        <source>What</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>≥ </source>
        <comment>before a number of times</comment>
        <translation>≥ </translation>
    </message>
    <message>
        <source> times</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>At least so many times</source>
        <translation>至少多少次</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>last </source>
        <comment>before a number of days</comment>
        <translation>最近 </translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>In so many days before the last day of the data</source>
        <translation>数据截止日前多少天内</translation>
    </message>
    <message>
        <source>may be reached by</source>
        <translation>可触达渠道</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Rule text</source>
        <translation>规则文本</translation>
    </message>
</context>
<context>
    <name>meitrace::SavedBar</name>
    <message>
        <source>Saved</source>
        <translation>已存分析</translation>
    </message>
    <message>
        <source>Open, rename or delete a saved analysis</source>
        <translation>打开、重命名或删除已保存的分析</translation>
    </message>
    <message>
        <source>Save analysis</source>
        <translation>保存分析</translation>
    </message>
    <message>
        <source>Keep what you see under a name: %1</source>
        <translation>给眼前的结果取个名字保存下来：%1</translation>
    </message>
    <message>
        <source>Back to what was saved</source>
        <translation>恢复为保存时的设置</translation>
    </message>
    <message>
        <source>Keep new figures</source>
        <translation>采用新数字</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭对照</translation>
    </message>
    <message>
        <source>Figures when saved and now</source>
        <translation>保存时与现在的数字</translation>
    </message>
    <message>
        <source>Reading saved analyses</source>
        <translation>正在读取已保存的分析</translation>
    </message>
    <message>
        <source>Nothing is saved yet</source>
        <translation>还没有保存过分析</translation>
    </message>
    <message>
        <source>“Save analysis” keeps what you see, to look at again with newer data</source>
        <translation>点“保存分析”可留下眼前的结果，数据更新后再来对照</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>重命名“%1”…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>“%1”: unchanged since %2</source>
        <translation>“%1”：自 %2 以来没有变化</translation>
    </message>
    <message>
        <source>“%1” was saved with other settings</source>
        <translation>“%1”保存时用的是别的设置</translation>
    </message>
    <message>
        <source>“%1”: the data have changed since it was saved</source>
        <translation>“%1”：保存之后数据有变化</translation>
    </message>
    <message>
        <source>All main figures are as they were; other customers are behind them.</source>
        <translation>主要数字都没变，但背后的客户不同了。</translation>
    </message>
    <message>
        <source>%1. Main figures as they were: %2</source>
        <translation>%1。另有 %2 个主要数字没有变化</translation>
    </message>
    <message>
        <source>There is a saved analysis “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的分析，请换个名字。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Name of the analysis</source>
        <translation>分析名称</translation>
    </message>
    <message>
        <source>Saving the analysis</source>
        <translation>正在保存分析</translation>
    </message>
    <message>
        <source>“%1” is saved in place of the old one</source>
        <translation>“%1”已保存，替换了原来的</translation>
    </message>
    <message>
        <source>“%1” is saved</source>
        <translation>“%1”已保存</translation>
    </message>
    <message>
        <source>saving of “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Renaming the analysis</source>
        <translation>正在重命名分析</translation>
    </message>
    <message>
        <source>“%1” is called “%2” now</source>
        <translation>“%1”已改名为“%2”</translation>
    </message>
    <message>
        <source>renaming of “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Deleting the analysis</source>
        <translation>正在删除分析</translation>
    </message>
    <message>
        <source>“%1” is deleted</source>
        <translation>“%1”已删除</translation>
    </message>
    <message>
        <source>deletion of “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>“%1” has the new figures</source>
        <translation>“%1”已采用新数字</translation>
    </message>
    <message>
        <source>new figures of “%1”</source>
        <translation>“%1”采用新数字</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>meitrace::ScopeBar</name>
    <message>
        <source>Add filter</source>
        <translation>添加筛选</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Counting the customers of each value</source>
        <translation>正在统计各项的客户数</translation>
    </message>
    <message>
        <source>No audience is saved yet.</source>
        <translation>还没有保存过人群。</translation>
    </message>
    <message>
        <source>The files that were loaded name none.</source>
        <translation>已导入的文件里没有这一项。</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, customers</comment>
        <translation>%2中的 %1 位</translation>
    </message>
</context>
<context>
    <name>meitrace::SegmentsPage</name>
    <message>
        <source>Reading the classes</source>
        <translation>正在读取分档</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>classes of the segments</source>
        <translation>分档调整</translation>
    </message>
    <message>
        <source>Keeping the classes</source>
        <translation>正在保存分档</translation>
    </message>
    <message>
        <source>The classes hold here, in rules of audiences and in reports</source>
        <translation>分档已生效：本页、人群规则与报告一致</translation>
    </message>
</context>
<context>
    <name>meitrace::Session</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Making the sample clinic</source>
        <translation>正在生成示例诊所</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Importing %1 files</source>
        <translation>正在导入 %1 个文件</translation>
    </message>
    <message>
        <source>Taking %1 out</source>
        <translation>正在撤出 %1</translation>
    </message>
    <message>
        <source>Reading names</source>
        <translation>正在读取姓名</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Filtering customers</source>
        <translation>正在筛选客户</translation>
    </message>
    <message>
        <source>Deciding who is who</source>
        <translation>正在记录复核决定</translation>
    </message>
    <message>
        <source>joining two records</source>
        <translation>合并两条记录</translation>
    </message>
    <message>
        <source>keeping two records apart</source>
        <translation>将两条记录分开</translation>
    </message>
    <message>
        <source>Taking a decision back</source>
        <translation>正在撤销复核决定</translation>
    </message>
    <message>
        <source>Reading the files again</source>
        <translation>正在重新读入文件</translation>
    </message>
    <message>
        <source>Mending rows</source>
        <translation>修正问题行</translation>
    </message>
    <message>
        <source>mending of rows</source>
        <translation>修正问题行</translation>
    </message>
    <message>
        <source>mended rows</source>
        <translation>已修正的行</translation>
    </message>
    <message>
        <source>Splitting %1</source>
        <translation>正在拆分 %1</translation>
    </message>
    <message>
        <source>splitting %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Entering a consent</source>
        <translation>正在登记授权</translation>
    </message>
    <message>
        <source>entering a consent</source>
        <translation>登记授权</translation>
    </message>
    <message>
        <source>Erasing %1</source>
        <translation>正在删除 %1</translation>
    </message>
    <message>
        <source>consent of %1</source>
        <translation>%1 的授权</translation>
    </message>
</context>
<context>
    <name>meitrace::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the window looks, what is hidden, and who did what</source>
        <translation>窗口外观、隐私与操作记录</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Privacy and safety</source>
        <translation>隐私与安全</translation>
    </message>
    <message>
        <source>Phone numbers are always shown in part. A backup is a workspace of its own and holds everything, names as well: keep it where nobody else looks.</source>
        <translation>手机号始终只显示一部分。备份是一份完整的工作区，包含姓名等全部资料，请妥善保管。</translation>
    </message>
    <message>
        <source>Hide names on the screen, for showing the window to others (F9)</source>
        <translation>隐藏屏幕上的姓名，便于向他人演示（F9）</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Check the workspace</source>
        <translation>检查工作区</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>还没有操作记录</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>每日起始时间</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>正在读取记录</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>MeiTrace workspaces (*.meitrace)</source>
        <translation>美迹工作区 (*.meitrace)</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>已备份到 %1</translation>
    </message>
    <message>
        <source>Checking the workspace</source>
        <translation>正在检查工作区</translation>
    </message>
    <message>
        <source>The workspace is whole.</source>
        <translation>工作区完好。</translation>
    </message>
</context>
<context>
    <name>meitrace::SidebarMark</name>
    <message>
        <source>MeiTrace</source>
        <comment>beside the mark</comment>
        <translation>美迹</translation>
    </message>
</context>
<context>
    <name>meitrace::TotalTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>字样</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>File says</source>
        <translation>文件写的</translation>
    </message>
    <message>
        <source>Rows give</source>
        <translation>各行相加</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) unreadable</source>
        <translation>
            <numerusform>%Ln 行读不出</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Agrees, repeated rows apart</source>
        <translation>去掉重复行后相符</translation>
    </message>
</context>
<context>
    <name>meitrace::TrendTab</name>
    <message>
        <source>A period that is not over is dotted. Compared with the same number of periods before, or with the year before; days stand beside the same day of the week.</source>
        <translation>还没结束的一期用虚线。可与之前同样多的几期或上一年同期对比；按天时与同一星期几对比。</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Click to see the customers</source>
        <translation>点击查看客户</translation>
    </message>
    <message>
        <source>What this says</source>
        <translation>说明了什么</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>the year before</source>
        <translation>上一年同期</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>store</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>往回看</translation>
    </message>
    <message>
        <source>%1 periods</source>
        <translation>%1 期</translation>
    </message>
    <message>
        <source>Counting period by period</source>
        <translation>正在逐期统计</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::WatchRow</name>
    <message>
        <source>Watch which folder?</source>
        <translation>要监视哪个文件夹？</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>正在监视</translation>
    </message>
    <message>
        <source>Not watched now</source>
        <translation>目前未监视</translation>
    </message>
    <message>
        <source>Files put into a watched folder are loaded by themselves</source>
        <translation>放入监视文件夹的文件会自动导入</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>重新监视</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>换一个文件夹…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
</context>
<context>
    <name>meitrace::WaterfallTable</name>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>累计</translation>
    </message>
</context>
<context>
    <name>meitrace::WebTab</name>
    <message>
        <source>What happened in the sessions</source>
        <translation>会话里发生了什么</translation>
    </message>
    <message>
        <source>A session ends with a pause of more than 30 minutes, or with the number the files give it; midnight ends none. A visit is a day in a clinic. How long the last event took is not known. Greyed: fewer than 30.</source>
        <translation>停顿超过 30 分钟或文件里的会话号变化，会话才结束；跨午夜不切断。一次到院是在一家门店的一天。最后一个事件停留多久不知道。灰色：不足 30 次。</translation>
    </message>
    <message>
        <source>What people searched for</source>
        <translation>大家搜了什么</translation>
    </message>
    <message>
        <source>Nobody searched on these days</source>
        <translation>这些天没有人搜索</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>visits to the clinic</source>
        <translation>到院</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>按什么列</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>function</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>known customers</source>
        <translation>已知客户</translation>
    </message>
    <message>
        <source>Reading the sessions</source>
        <translation>正在读取会话</translation>
    </message>
    <message>
        <source>Finding the customers</source>
        <translation>正在查找客户</translation>
    </message>
</context>
<context>
    <name>meitrace::WelcomePage</name>
    <message>
        <source>MeiTrace</source>
        <translation>美迹</translation>
    </message>
    <message>
        <source>See the path each customer took</source>
        <translation>看清每位客户走过的路</translation>
    </message>
    <message>
        <source>Three steps to begin</source>
        <translation>三步开始</translation>
    </message>
    <message>
        <source>1  Load the sample clinic, or make a workspace of your own and drop your export files</source>
        <translation>1  载入示例诊所，或新建自己的工作区并拖入导出文件</translation>
    </message>
    <message>
        <source>2  Look at the funnel and click where customers are lost</source>
        <translation>2  查看漏斗，点击流失的环节</translation>
    </message>
    <message>
        <source>3  Save them as an audience</source>
        <translation>3  把这些客户保存为人群</translation>
    </message>
    <message>
        <source>Load sample data</source>
        <translation>载入示例数据</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
</TS>
