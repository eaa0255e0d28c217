//! The plan of an attendee: the sessions of an address, rendered here, or those of this browser, which `plan.js` adds.

mod days;
mod fold;
mod notes;
mod paper;
mod qr_figure;
mod sessions;
mod share;

use conference::{
    Planned, Session,
    plan::{Plan, Step, steps},
    url::{Calendar, CalendarSessions, Export, Page},
};
use days::{Item, days};
use leptos::prelude::*;
use notes::notes;
use share::Share;

pub(super) use {paper::PlanPaperPage, sessions::PlanSessionsPage};

use crate::{
    context::{Context, context},
    parts::{CalendarPanel, Notice},
    shell::{Interaction, Shell},
};

/// The most sessions of a plan whose items have links to the plan without them.
const MOST_LINKS: usize = 50;

/// The most codes without a session that are named.
const MOST_UNKNOWN: usize = 10;

#[component]
pub(super) fn PlanPage(plan: Plan) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Planned { sessions, withdrawn, unknown } = conference.planned(&plan);
    let title = if plan.is_empty() { messages.plan } else { messages.shared_plan };
    let count = messages.session_count(sessions.len());
    let unknown = (!unknown.is_empty()).then(|| {
        let named: Vec<_> = unknown.iter().take(MOST_UNKNOWN).map(|code| code.as_str()).collect();
        let mut text = messages.unknown_codes().replace("{}", &named.join(", "));
        if unknown.len() > named.len() {
            text.push_str(&messages.and_more(unknown.len() - named.len()));
        }
        view! { <p class="plan-unknown">{text}</p> }
    });
    let withdrawn = withdrawn
        .iter()
        .map(|(_, one)| messages.withdrawn_from_plan(context.text(&one.facts.title)))
        .map(|text| view! { <p class="plan-unknown">{text}</p> })
        .collect_view();
    let chosen = context.url(&Page::PlanSessions(plan.clone()));
    let choose = if plan.is_empty() { messages.choose_sessions } else { messages.change_choice };
    let (is_own, has_sessions) = (plan.is_empty(), !sessions.is_empty());
    let schedule = context.url(&Page::Schedule(Default::default()));
    let (days, share) = (planned_days(&context, &sessions), view! { <Share plan=&plan/> });
    let main = view! {
        <h1>{title}</h1>
        <Notice/>
        <PlanView plan=plan.clone() count=count>
            {unknown}{withdrawn}
            <Compare/>
            <div class="plan-days">{days}</div>
            // The script shows it if the plan of this browser is empty.
            <p class="plan-empty" hidden={is_own || has_sessions}>
                {messages.plan_empty}" "<a href=schedule>{messages.whole_schedule}</a>
            </p>
            <p class="plan-private" hidden=!is_own>{messages.plan_private}</p>
            <noscript><p hidden=!is_own>{messages.plan_needs_script}</p></noscript>
            <p class="plan-choose"><a class="button" href=chosen>{choose}</a></p>
            {share}
            <CalendarPanel/>
        </PlanView>
    };
    let description = messages.plan_private.to_owned();
    view! {
        <Shell
            title={Some(title.to_owned())}
            description=description
            kind="plan"
            sheet=Some("/plan.css")
            interaction=Interaction::Plan
        >
            {main}
        </Shell>
    }
    .into_any()
}

/// The part that `plan.js` fills in for the plan of this browser, with the words and the times that it needs.
#[component]
fn PlanView(plan: Plan, count: String, children: Children) -> impl IntoView {
    let context = context();
    let (messages, event) = (context.messages, &context.conference.event);
    let [hours, minutes] = messages.length_templates();
    let pairs = event.changeovers.iter().map(|one| format!("{} {} {}", one.rooms[0], one.rooms[1], one.time.as_mins()));
    let pairs = pairs.collect::<Vec<_>>().join("|");
    let language = Some(&context.language).filter(|language| *language != event.default_language()).cloned();
    let calendar = |sessions| {
        let calendar = Export::Calendar(Calendar { language: language.clone(), sessions });
        format!("{}{}", context.site.urls.base_path, calendar.path())
    };
    // Only URLs in attributes of HTML are moved below the base path.
    let below = |page: &Page| format!("{}{}", context.site.urls.base_path, context.url(page));
    view! {
        <div
            class="plan-view"
            data-plan=plan.text()
            data-sessions=below(&Page::PlanSessions(Plan::default()))
            data-calendar=calendar(CalendarSessions::Schedule(Default::default()))
            data-changeover=event.changeover.map(|time| time.as_mins().to_string())
            data-changeovers=pairs
            data-title=messages.plan
            data-shared-title=messages.shared_plan
            data-count=messages.plan_count()
            data-overlaps=messages.overlaps_with()
            data-more=messages.more_overlaps()
            data-pause=messages.pause()
            data-change=messages.room_change()
            data-needs=messages.change_needs()
            data-tight=messages.change_is_tight()
            data-hours=hours
            data-minutes=minutes
            data-unknown=messages.unknown_codes()
            data-remove=messages.remove_from_plan
            data-unreachable=messages.plan_unreachable
            data-failed=messages.plan_file_failed
            data-both=messages.owner_both
            data-theirs=messages.owner_theirs
            data-mine=messages.owner_mine
        >
            <p class="plan-status" role="status" tabindex="-1">{(!plan.is_empty()).then_some(count)}</p>
            {children()}
        </div>
    }
}

/// The choice between somebody's plan and one's own, which needs the script.
#[component]
fn Compare() -> impl IntoView {
    let messages = context().messages;
    let choice = |value: &'static str, label: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="compare" value=value checked={value == "theirs"}/>
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <div class="plan-compare" hidden="" data-taken=messages.plan_taken_over>
            <fieldset>
                <legend>{messages.plan_compare}</legend>
                <div class="choices">
                    {choice("theirs", messages.plan_theirs)}
                    {choice("mine", messages.plan_mine)}
                    {choice("both", messages.plan_both)}
                </div>
            </fieldset>
            <button class="button" type="button">{messages.plan_take_over}</button>
        </div>
    }
}

/// The sessions of a plan by day, each with its notes, and with the plan without it.
fn planned_days(context: &Context, sessions: &[&Session]) -> AnyView {
    let steps = steps(&context.conference.event, sessions);
    // Without unknown codes, and not for plans so large that their links would be most of the page.
    let plan = Plan::new(sessions.iter().map(|session| session.code.clone()));
    let has_links = sessions.len() <= MOST_LINKS;
    let item = |step: &Step<'_>| {
        let remove = has_links.then(|| {
            let rest = Page::Plan(plan.without(&step.session.code));
            let href = context.url(&rest);
            view! { <a class="plan-remove" href=href rel="nofollow">{context.messages.remove_from_plan}</a> }.into_any()
        });
        Item { notes: Some(notes(context, step)), action: remove, choice: None }
    };
    days(context, steps.iter().map(|step| (step.session, item(step))))
}
