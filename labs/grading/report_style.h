#pragma once

#include <string_view>

namespace stillhouse {

/// The style sheet of the report: quiet greys, saturated colour for alarms only, light on the screen and on paper. It
/// also switches the language, by the two radio buttons at the head of the page.
inline constexpr std::string_view report_style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #e6e6e6; color: #1c1c1c; line-height: 1.5; font-size: 15px;
  font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC", "Noto Sans SC",
    "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 1020px; margin: 0 auto 40px; padding: 8px 40px 40px; background: #fff; }
h1 { font-size: 25px; line-height: 1.25; margin: 22px 0 2px; font-weight: 600; }
h2 { font-size: 18px; margin: 38px 0 10px; padding-bottom: 5px; border-bottom: 2px solid #d3d3d3; font-weight: 600; }
h3 { font-size: 15px; margin: 0; font-weight: 600; }
small, .quiet { color: #595959; }
a { color: #00437c; }
a:focus-visible, label:focus-visible { outline: 3px solid #00437c; outline-offset: 2px; }
.kicker { margin: 0; color: #595959; font-size: 0.87em; }

.choice { position: absolute; opacity: 0; pointer-events: none; }
.language { float: right; margin-top: 24px; border: 1px solid #8a8a8a; border-radius: 4px; overflow: hidden; }
.language label { display: inline-block; padding: 4px 13px; min-height: 28px; cursor: pointer; font-size: 13px; }
#language-en:checked ~ main .language .to-en, #language-zh:checked ~ main .language .to-zh {
  background: #404040; color: #fff; }
.choice:focus-visible ~ main .language { outline: 3px solid #00437c; outline-offset: 2px; }
#language-en:checked ~ main .zh { display: none; }
#language-zh:checked ~ main .en { display: none; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(205px, 1fr)); gap: 10px 24px;
  margin: 18px 0 0; }
.facts div { min-width: 0; }
.facts dt { color: #595959; font-size: 0.84em; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.banner { margin: 16px 0 0; padding: 9px 14px; border-left: 5px solid #707070; background: #f2f2f2; }
.banner.good { border-color: #00437c; }
.banner.bad { border-color: #e00000; background: #fff; outline: 1px solid #e00000; }
.banner p { margin: 2px 0; }
.sign { display: inline-block; min-width: 1.3em; font-weight: 700; }

.score { display: flex; align-items: baseline; gap: 10px; margin: 22px 0 6px; }
.score b { font-size: 46px; line-height: 1; font-weight: 600; color: #00437c; font-variant-numeric: tabular-nums; }
.bar { display: block; height: 9px; background: #d3d3d3; overflow: hidden; }
.bar i { display: block; height: 100%; background: #00437c; }
.score-bar { height: 13px; margin: 4px 0 0; }

table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 600; color: #404040; font-size: 0.9em; vertical-align: bottom; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid #dedede; vertical-align: top; }
td:last-child, th:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.tag { font-weight: 600; white-space: nowrap; }
tr.criterion td.bar-cell { width: 130px; padding-top: 15px; }
tr.criterion td { border-bottom: 0; padding-top: 9px; }
tr.criterion td:first-child { font-weight: 600; }
tr.evidence > td { padding: 0 0 9px; }
tr.undone td { color: #707070; text-decoration: line-through; }
ol.evidence { list-style: none; margin: 0; padding: 0; }
ol.evidence li { display: grid; grid-template-columns: 34px 1fr auto; margin: 3px 0 0; padding: 5px 10px 6px 0;
  background: #f4f4f4; scroll-margin-top: 40vh; }
ol.evidence p { margin: 0; }
ol.evidence .details { color: #595959; font-size: 0.93em; }
ol.evidence .details > span { margin-right: 18px; display: inline-block; }
ol.evidence .ordinal { text-align: center; font-size: 12.5px; font-weight: 600; color: #404040; padding-top: 1px; }
ol.evidence .lost { font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: 14px; font-weight: 600; }
ol.evidence li:target { background: #dfe8f0; outline: 2px solid #00437c; }
.state { white-space: nowrap; }
.mark-cell { width: 30px; }
th.number + th, td.number + td { padding-left: 18px; }
.mark-cell svg { width: 20px; height: 20px; display: block; }
code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 0.93em;
  overflow-wrap: anywhere; }

figure { margin: 20px 0 0; }
figcaption { display: flex; flex-wrap: wrap; gap: 2px 20px; align-items: baseline; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: inherit; font-size: 12px; fill: #404040; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0; padding: 0; font-size: 0.87em; }
.legend svg { display: inline-block; width: 34px; height: 10px; margin-right: 6px; }
.legend svg.mark-sample { width: 16px; height: 16px; vertical-align: -3px; }
path.pen { fill: none; stroke-width: 1.7; stroke-linejoin: round; }
.grid { stroke: #e2e2e2; stroke-width: 1; }
.axis { stroke: #595959; stroke-width: 1; }
.limit { stroke-width: 1; stroke-dasharray: 1 3; }
.command { stroke: #1c1c1c; fill: #1c1c1c; stroke-width: 1; }
rect.command { stroke: none; }
.back { fill: #595959; }
line.alarm { stroke: #e00000; stroke-width: 2.5; }
.standing { stroke: #707070; stroke-width: 3; }
.fault { fill: #8a8a8a; stroke: #404040; stroke-width: 1; }
.mark { stroke: #000; stroke-width: 1.2; }
svg text.mark { stroke: none; fill: #000; font-size: 10.5px; font-weight: 700; }
.shade { fill: #7f9fb8; fill-opacity: 0.26; }
rect.flag { fill: #4d6b82; }
svg text.flag { fill: #fff; font-size: 11px; font-weight: 600; }
.moment:target .shade { fill: #0072b2; fill-opacity: 0.42; stroke: #00437c; stroke-width: 1.5; }
.moment:target rect.flag { fill: #00437c; }
.moment { scroll-margin-top: 30vh; }
footer { margin-top: 40px; padding-top: 10px; border-top: 2px solid #d3d3d3; color: #404040; font-size: 0.87em; }

@media (max-width: 700px) { main { padding: 4px 14px 24px; } td.bar-cell { display: none; } .wide { overflow-x: auto; } }
@media print {
  @page { margin: 14mm; }
  body { background: #fff; font-size: 11px; }
  main { max-width: none; margin: 0; padding: 0; }
  .language { display: none; }
  h1 { font-size: 20px; }
  h2 { font-size: 15px; margin-top: 26px; }
  h3 { font-size: 12px; }
  table { font-size: 10.5px; }
  figure, li, tr, .banner { break-inside: avoid; }
  tr.criterion, h2, #trends .legend { break-after: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace stillhouse
