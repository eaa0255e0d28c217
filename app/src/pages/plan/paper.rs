//! A plan on paper: a list on A4, or a booklet that is folded of one sheet.

use conference::{
    plan::{Plan, steps},
    url::{Page, schedule_anchor},
};
use leptos::prelude::*;

use super::{fold::Fold, notes::notes, qr_figure::qr_figure};
use crate::{
    context::{Context, context},
    dates,
    parts::{Place, Places, SessionTime, names, tagged},
    shell::Shell,
};

#[component]
pub(crate) fn PlanPaperPage(plan: Plan) -> AnyView {
    let context = context();
    let messages = context.messages;
    let planned = context.conference.planned(&plan);
    let contents = if planned.sessions.is_empty() {
        let schedule = context.url(&Page::Schedule(Default::default()));
        view! { <p class="plan-empty">{messages.plan_empty}" "<a href=schedule>{messages.whole_schedule}</a></p> }
            .into_any()
    } else {
        view! { {list(&context, &plan)}<Fold plan=&plan/> }.into_any()
    };
    let choice = |value: &'static str, label: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="paper" value=value checked={value == "list"}/>
                <span>{label}</span>
            </label>
        }
    };
    let main = view! {
        <div class="paper-choice">
            <h1>{messages.plan_on_paper}</h1>
            <fieldset>
                <legend>{messages.plan_on_paper}</legend>
                <div class="choices">
                    {choice("list", messages.paper_list)}
                    {choice("fold", messages.paper_fold)}
                </div>
            </fieldset>
            <p class="fold-help">{messages.fold_help}</p>
        </div>
        {contents}
    };
    let title = Some(messages.plan_on_paper.to_owned());
    let description = messages.plan_private.to_owned();
    view! {
        <Shell title=title description=description kind="plan plan-paper" sheet=Some("/plan.css")>{main}</Shell>
    }
    .into_any()
}

/// The list on A4: times, titles, rooms and the notes, with the QR code of the plan beside the name of the event.
fn list(context: &Context, plan: &Plan) -> AnyView {
    let planned = context.conference.planned(plan);
    let mut last = None;
    let items = steps(&context.conference.event, &planned.sessions);
    let items = items.iter().map(|step| {
        let session = step.session;
        let date = session.start.date();
        let day = (last.replace(date) != Some(date)).then(|| view! { <h3>{dates::day(context.messages, date)}</h3> });
        let canceled = session.canceled.then(|| view! { <strong>{context.messages.canceled}" "</strong> });
        let people = names(context, &session.speakers);
        view! {
            {day}
            <article class="paper-session">
                {notes(context, step)}
                <p class="paper-time"><SessionTime session=session/></p>
                <h4 id=schedule_anchor(&session.slug)>{canceled}{tagged(context, &session.title)}</h4>
                <p><Place session=session places=Places::Distinct/>" "{people}</p>
            </article>
        }
    });
    let items = items.collect_view();
    view! {
        <section class="paper-list">
            <header>
                <h2>{tagged(context, &context.conference.event.name)}</h2>
                {qr_figure(context, plan)}
            </header>
            {items}
        </section>
    }
    .into_any()
}
