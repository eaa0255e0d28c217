//! Components that several pages share.

mod article_card;
mod body;
mod calendar_panel;
mod change;
mod feeds;
mod heading;
mod interview_card;
mod live;
mod origin;
mod paper_links;
mod person;
mod phrases;
mod place;
mod release;
mod session_card;
mod star;
mod tags;
mod text;
mod time;
mod untranslated;

pub(crate) use {
    article_card::ArticleCard,
    body::{EmbeddedProse, Prose, with_prefix},
    calendar_panel::CalendarPanel,
    change::{LastRelease, MovedFrom, day_and_time, local, names, time_and_room, time_and_room_of},
    feeds::{FeedLinks, FeedsLink, feed, feed_name, feed_title, has_feeds},
    heading::{Level, heading},
    interview_card::{InterviewCard, unpublished},
    live::{Clock, Live, Style, Timed, group, head_of_live},
    origin::Origin,
    paper_links::PaperLinks,
    person::{Avatar, PeopleLinks, PhotoCredit, Portrait, organization_and_role},
    phrases::{tagged_title, title},
    place::{Place, Places, has_place},
    release::{release_anchor, release_changes},
    session_card::{Countdown, NowMark, SessionCard, Shown},
    star::{PlanBar, Star},
    tags::TagLinks,
    text::{Links, excerpt, named_link, tagged},
    time::{Notice, SessionTime, moment, publication},
    untranslated::{Outdated, Untranslated},
};
