//! Components that several pages share.

mod answer_menu;
mod article_card;
mod body;
mod calendar_panel;
mod change;
mod feeds;
mod heading;
mod interview_card;
mod live;
mod mentions;
mod origin;
mod others_answered;
mod paper_links;
mod person;
mod phrases;
mod place;
mod release;
mod session_card;
mod shared_answer;
mod star;
mod tags;
mod text;
mod time;
mod untranslated;

pub(crate) use {
    answer_menu::{AnswerMenu, AnswerMenuScript},
    article_card::ArticleCard,
    body::{EmbeddedProse, Prose, with_prefix},
    calendar_panel::CalendarPanel,
    change::{LastRelease, MovedFrom, day_and_time, local, names, time_and_room, time_and_room_of},
    feeds::{FeedLinks, FeedsLink, feed, feed_name, feed_title, has_feeds, tagged_feed_name},
    heading::{Level, heading},
    interview_card::{InterviewCard, series_link, unpublished},
    live::{Clock, Live, Style, Timed, group, head_of_live},
    mentions::Mentions,
    origin::Origin,
    others_answered::{OthersAnswered, others_answered},
    paper_links::PaperLinks,
    person::{Avatar, PeopleLinks, PhotoCredit, Portrait, organization_and_role},
    phrases::{tagged_title, title},
    place::{Place, Places, has_place},
    release::{release_anchor, release_changes},
    session_card::{Countdown, NowMark, SessionCard, Shown},
    shared_answer::SharedAnswer,
    star::{PlanBar, Star},
    tags::TagLinks,
    text::{Links, excerpt, named_link, tagged},
    time::{Notice, SessionTime, moment, publication},
    untranslated::{Outdated, Untranslated},
};
