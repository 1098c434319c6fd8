#include "frontend/presenter/words.h"

#include <array>

namespace stillhouse {

namespace {

// in the order of the enumeration
const std::array<Text, static_cast<std::size_t>(Word::count_)> kWords{{
    {"FREEZE", "冻结"},                                                           // freeze
    {"RUN", "运行"},                                                              // run
    {"STEP", "单步"},                                                             // step
    {"Speed", "速度"},                                                            // speed
    {"Back", "回退"},                                                             // go_back
    {"min", "分钟"},                                                              // minutes_back
    {"Finish run", "结束运行"},                                                   // finish
    {"End the run and be graded?", "确定结束运行并评分？"},                       // finish_really
    {"Yes, finish", "是，结束"},                                                  // yes_finish
    {"No, go on", "否，继续"},                                                    // no_go_on
    {"Cancel", "取消"},                                                           // cancel
    {"FROZEN", "已冻结"},                                                         // frozen
    {"RUNNING", "运行中"},                                                        // running
    {"FINISHED", "已结束"},                                                       // ended
    {"TIME OVER", "时间到"},                                                      // time_over
    {"ABORTED", "已中止"},                                                        // aborted
    {"STOPPED: no solution", "已停止：无解"},                                     // failed
    {"of", "共"},                                                                 // of_time
    {"Examination", "考试"},                                                      // exam
    {"Practice", "练习"},                                                         // practice
    {"Plant", "流程"},                                                            // plant
    {"Trends", "趋势"},                                                           // trends
    {"Alarms", "报警"},                                                           // alarms
    {"Tasks", "任务"},                                                            // tasks
    {"Samples", "取样"},                                                          // samples
    {"Interlocks", "联锁"},                                                       // interlocks
    {"Sequences", "程序"},                                                        // sequences
    {"Journal", "日志"},                                                          // journal
    {"Report", "成绩报告"},                                                       // report
    {"Faceplate", "操作面板"},                                                    // faceplate
    {"Instructions", "说明"},                                                     // instructions
    {"AUTO", "自动"},                                                             // automatic
    {"CASC", "串级"},                                                             // cascade
    {"MANUAL", "手动"},                                                           // manual
    {"PV", "测量值"},                                                             // measurement
    {"SP", "设定值"},                                                             // setpoint
    {"OP", "输出"},                                                               // output
    {"Position", "位置"},                                                         // position
    {"Asked", "给定"},                                                            // asked
    {"Gain", "增益"},                                                             // gain
    {"Reset time", "积分时间"},                                                   // reset_time
    {"Derivative", "微分时间"},                                                   // derivative_time
    {"Tuning", "整定参数"},                                                       // tuning
    {"Set", "设定"},                                                              // apply
    {"Moved by", "由以下控制"},                                                   // moved_by
    {"Reads", "测量"},                                                            // reads
    {"Moves", "控制"},                                                            // moves
    {"held by", "受控于"},                                                        // held_by
    {"Held by an interlock", "被联锁保持"},                                       // held_by_interlock
    {"Fell to manual: bad measurement", "测量失效，已切到手动"},                  // lost_measurement
    {"OPEN", "打开"},                                                             // open_it
    {"CLOSE", "关闭"},                                                            // close_it
    {"SWITCH ON", "接通"},                                                        // switch_on
    {"SWITCH OFF", "断开"},                                                       // switch_off
    {"ON", "已接通"},                                                             // is_on
    {"OFF", "已断开"},                                                            // is_off
    {"Range", "量程"},                                                            // range
    {"/min", "/分"},                                                              // per_minute
    {"Limit", "限值"},                                                            // limit
    {"Trend", "看趋势"},                                                          // show_trend
    {"good", "正常"},                                                             // quality_good
    {"uncertain", "可疑"},                                                        // quality_uncertain
    {"off scale", "超量程"},                                                      // quality_saturated
    {"failed", "失效"},                                                           // quality_bad
    {"Please type a number.", "请输入数字。"},                                    // not_a_number
    {"Refused", "拒绝"},                                                          // refused
    {"Click a tag on the plant to operate it.", "点击流程图上的位号进行操作。"},  // choose_item
    {"Add pen", "添加曲线"},                                                      // add_pen
    {"Remove", "移除"},                                                           // remove_pen
    {"Now", "当前"},                                                              // follow
    {"All", "全程"},                                                              // whole_run
    {"Fit", "适配"},                                                              // fit_scale
    {"10 min", "10 分"},                                                          // window_10_minutes
    {"30 min", "30 分"},                                                          // window_30_minutes
    {"60 min", "60 分"},                                                          // window_60_minutes
    {"Choose a pen to draw.", "请选择要显示的曲线。"},                            // no_pens
    {"Cursor", "光标"},                                                           // cursor
    {"Ack", "确认"},                                                              // acknowledge
    {"Acknowledge all", "全部确认"},                                              // acknowledge_all
    {"Shelve", "搁置"},                                                           // shelve
    {"Unshelve", "取消搁置"},                                                     // unshelve
    {"No alarms.", "无报警。"},                                                   // no_alarms
    {"State", "状态"},                                                            // state
    {"Age", "时长"},                                                              // age
    {"Tag", "位号"},                                                              // tag
    {"Meaning", "含义"},                                                          // meaning
    {"What to do", "处置"},                                                       // response
    {"NEW", "未确认"},                                                            // unacknowledged
    {"Acknowledged", "已确认"},                                                   // acknowledged
    {"Returned, not acknowledged", "已恢复，未确认"},                             // returned
    {"Shelved", "已搁置"},                                                        // shelved
    {"waiting", "待确认"},                                                        // waiting_alarms
    {"waiting", "等待"},                                                          // task_waiting
    {"open", "进行中"},                                                           // task_open
    {"LATE", "超时"},                                                             // task_late
    {"done", "完成"},                                                             // task_done
    {"done late", "超时完成"},                                                    // task_done_late
    {"due", "截止"},                                                              // due_at
    {"done", "完成于"},                                                           // done_at
    {"Hint", "提示"},                                                             // take_hint
    {"points", "分"},                                                             // costs_points
    {"Hint", "提示"},                                                             // hint
    {"out of order", "顺序错误"},                                                 // out_of_order
    {"Draw sample", "取样"},                                                      // draw_sample
    {"left", "剩余"},                                                             // samples_left
    {"result at", "结果时间"},                                                    // result_at
    {"Drawn", "取样时间"},                                                        // sample_taken
    {"Result", "结果"},                                                           // result
    {"No results yet.", "尚无结果。"},                                            // no_results
    {"Temperature", "温度"},                                                      // temperature
    {"TRIPPED", "已动作"},                                                        // tripped
    {"ready", "就绪"},                                                            // healthy
    {"BYPASSED", "已旁路"},                                                       // bypassed
    {"Reset", "复位"},                                                            // reset_it
    {"Bypass", "旁路"},                                                           // bypass_it
    {"End bypass", "取消旁路"},                                                   // end_bypass
    {"This plant has no interlocks.", "本装置没有联锁。"},                        // no_interlocks
    {"Score", "得分"},                                                            // score
    {"points", "分"},                                                             // points
    {"Lost", "失分"},                                                             // lost_points
    {"Criterion", "评分项"},                                                      // criterion
    {"Asked", "要求"},                                                            // asked_for
    {"Seen", "实际"},                                                             // seen
    {"Show on trend", "在趋势上查看"},                                            // show_on_trend
    {"No point was lost.", "没有失分。"},                                         // no_points_lost
    {"The report appears when the run has ended.", "运行结束后显示成绩报告。"},   // run_not_over
    {"Temperature, °C", "温度，°C"},                                              // temperature_scale
    {"flooded", "液泛"},                                                          // flooding
    {"near flooding", "接近液泛"},                                                // near_flooding
    {"weeping", "漏液"},                                                          // weeping
    {"Feed tank", "原料罐"},                                                      // feed_tank
    {"Preheater", "预热器"},                                                      // preheater
    {"Kettle", "再沸釜"},                                                         // kettle
    {"Condenser", "冷凝器"},                                                      // condenser
    {"Reflux drum", "回流罐"},                                                    // drum
    {"Distillate", "馏出液"},                                                     // distillate
    {"Bottoms", "釜残液"},                                                        // bottoms
    {"Catch pot", "集液罐"},                                                      // catch_pot
    {"Cooling water", "冷却水"},                                                  // cooling_water
    {"Vent", "放空"},                                                             // vent
    {"Relief valve", "安全阀"},                                                   // relief
    {"Legend", "图例"},                                                           // legend
    {"liquid", "清液"},                                                           // clear_liquid
    {"froth", "泡沫层"},                                                          // froth
}};

}  // namespace

const Text& words(Word word) {
  return kWords[static_cast<std::size_t>(word)];
}

std::span<const Text> all_words() {
  return kWords;
}

}  // namespace stillhouse
