//! The panel from which a plan is sent to other people and devices.

use conference::{
    plan::Plan,
    url::{Export, Page},
};
use leptos::{html, prelude::*};

use crate::context::context;

/// A panel that opens without a script. Browsers fetch the QR code when its part opens, so that no code is sent before.
#[component]
pub(super) fn Share<'a>(plan: &'a Plan) -> Option<AnyView> {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    // A site that does not know its own address has no QR code; the script still knows the address.
    let base = &context.site.urls.base;
    let language = Some(&context.language).filter(|language| *language != event.default_language());
    let code = Export::PlanQrCode(language.cloned(), plan.clone());
    let image = (!plan.is_empty()).then(|| {
        let image = html::img().attr("loading", "lazy").alt(messages.share_qr).width("240").height("240");
        image.src(code.path())
    });
    let figure = (!base.is_empty()).then(|| {
        let whole = Export::PlanQrCode(language.cloned(), Plan::default());
        // Only URLs in attributes of HTML are moved below the base path.
        let below = format!("{}{}", context.site.urls.base_path, whole.path());
        view! {
            <details class="plan-qr-panel" data-qr=below data-label=messages.share_qr>
                <summary>{messages.show_qr}</summary>
                <figure class="plan-qr">{image}<figcaption>{messages.share_qr_help}</figcaption></figure>
            </details>
        }
    });
    let paper = context.url(&Page::PlanPaper(plan.clone()));
    let below_paper = format!("{}{}", context.site.urls.base_path, context.url(&Page::PlanPaper(Plan::default())));
    let address = format!("{base}{}", context.url(&Page::Plan(plan.clone())));
    let is_known = !base.is_empty() && !plan.is_empty();
    (!context.conference.sessions.is_empty()).then(|| {
        view! {
            <details class="plan-share" hidden=plan.is_empty()>
                <summary>{messages.share_plan}</summary>
                <p>{messages.share_help}</p>
                <p class="plan-no-server" hidden="">{messages.share_no_server}</p>
                <div class="plan-address">
                    <label>
                        {messages.share_address}
                        <input type="url" readonly autocomplete="off" value={if is_known { address } else { String::new() }}/>
                    </label>
                    <button class="button" type="button" hidden="" data-copied=messages.share_copied>
                        {messages.share_copy}
                    </button>
                </div>
                {figure}
                <p class="plan-on-paper"><a href=paper data-paper=below_paper rel="nofollow">{messages.plan_on_paper}</a></p>
            </details>
        }
        .into_any()
    })
}
