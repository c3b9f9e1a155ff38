// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "icons.h"
#include "label.h"
#include "signlabel.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace widgets {

namespace {

using Phase = domain::PullState::Phase;

constexpr auto ageTick = 10s;
constexpr qint64 agingAfterSeconds = 15 * 60;

SignLabel::Draw pictured(const QString &name, Tone tone)
{
    return [name, tone](QPainter *painter, const QRectF &rect, const Colours &c) {
        const int extent = iconExtent(QFontMetrics(painter->font()));
        QRectF place(0, 0, extent, extent);
        place.moveCenter(rect.center());
        painter->drawPixmap(place.topLeft(), iconPixmap(name, extent, painter->device()->devicePixelRatioF(), toneColour(tone, c)));
    };
}

QString phaseIcon(Phase phase)
{
    switch (phase) {
    case Phase::Running: return u"sync"_s;
    case Phase::Idle: return u"online"_s;
    case Phase::Failed: return u"warning"_s;
    case Phase::Offline: return u"offline"_s;
    case Phase::SignInNeeded: return u"signin"_s;
    case Phase::Never: break;
    }
    return u"clock"_s;
}

} // namespace

StatusLine::StatusLine(const Commands &commands, domain::Clock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_sync(new SignLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_session(new SignLabel(this))
    , m_calls(new SignLabel(this))
    , m_tenant(new Label(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(space(Space::Small, this), 0, space(Space::Small, this), 0);
    m_sync->setObjectName(u"sync"_s);
    m_session->setObjectName(u"session"_s);
    m_calls->setObjectName(u"budget"_s);
    m_tenant->setObjectName(u"tenant"_s);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 18);
    m_cancel->setAutoRaise(true);
    commands.bind(m_cancel, Command::CancelSync);
    addWidget(m_sync);
    addWidget(m_progress);
    addWidget(m_cancel);
    for (QWidget *widget : {static_cast<QWidget *>(m_session), static_cast<QWidget *>(m_calls), static_cast<QWidget *>(m_tenant)})
        addPermanentWidget(widget);
    setPull({});
    setBudget({});
    setCapabilities({});
    tick();
}

void StatusLine::setTenant(const QString &tenant) { m_tenant->setText(tenant); }

void StatusLine::setPull(const domain::PullState &state)
{
    m_pull = state;
    const bool running = state.phase == Phase::Running;
    m_progress->setVisible(running && state.expected.has_value());
    m_progress->setRange(0, int(state.expected.value_or(0)));
    m_progress->setValue(int(qMin(state.done, state.expected.value_or(0))));
    m_cancel->setVisible(running);
    refresh();
}

void StatusLine::setBudget(const domain::BudgetState &budget)
{
    m_budget = budget;
    refresh();
}

void StatusLine::setCapabilities(const domain::Capabilities &capabilities)
{
    m_calls->setHidden(capabilities.fromFiles);
    m_session->setHidden(capabilities.fromFiles);
    m_fromFiles = capabilities.fromFiles;
    refresh();
    const bool lasts = !capabilities.signedIn || capabilities.keychainWorks;
    const QString who = !capabilities.signedIn ? tr("Not signed in") : lasts ? domain::displayPlain(domain::Untrusted(capabilities.upn), 64) : tr("Session ends with the program");
    const Tone tone = capabilities.signedIn && lasts ? Tone::Plain : Tone::Warning;
    m_session->tell(who, pictured(capabilities.readOnly ? u"warning"_s : lasts ? u"person"_s : u"key"_s, tone), tone);
    m_session->setToolTip(safeToolTip(models::sessionSentence(capabilities)));
}

void StatusLine::refresh()
{
    if (m_fromFiles) {
        m_sync->tell(tr("Read from files"), pictured(u"file"_s, Tone::Plain), Tone::Plain);
        m_sync->setToolTip({});
        return;
    }
    const domain::Moment now = m_clock.now();
    const models::TimeText times;
    const bool old = m_pull.freshAsOf && *m_pull.freshAsOf < now.plusSeconds(-agingAfterSeconds);
    const bool wrong = m_pull.phase == Phase::Failed || m_pull.phase == Phase::Offline || m_pull.phase == Phase::SignInNeeded;
    const Tone tone = wrong || old || !m_pull.incomplete.isEmpty() ? Tone::Warning : Tone::Plain;
    const QString whole = models::sentence(m_pull, times, now);
    // The bar has room for one line; a failure's whole story is in the banner and in the tool tip.
    QString brief = whole;
    if (m_pull.phase == Phase::Failed)
        brief = tr("Last sync failed");
    else if (m_pull.freshAsOf && m_pull.phase == Phase::Idle)
        brief = m_pull.incomplete.isEmpty() ? tr("Synced %1", "then 5 min ago").arg(times.relative(*m_pull.freshAsOf, now))
                                            : tr("Synced %1, incomplete").arg(times.relative(*m_pull.freshAsOf, now));
    else if (m_pull.freshAsOf && m_pull.phase == Phase::Offline)
        brief = tr("Offline, data from %1", "then 5 min ago").arg(times.relative(*m_pull.freshAsOf, now));
    m_sync->tell(brief, pictured(phaseIcon(m_pull.phase), tone), tone);
    m_sync->setToolTip(safeToolTip(whole));
    const bool paused = m_budget.pausedUntil && *m_budget.pausedUntil > now;
    const bool tight = paused || m_budget.used * 10 >= m_budget.limit * 9;
    m_calls->tell(paused ? tr("Paused %1").arg(times.remaining(*m_budget.pausedUntil, now)) : u"%1/%2"_s.arg(m_budget.used).arg(m_budget.limit),
                  pictured(u"budget"_s, tight ? Tone::Warning : Tone::Muted), tight ? Tone::Warning : Tone::Muted);
    m_calls->setToolTip(safeToolTip(models::sentence(m_budget, now)));
    m_calls->setAccessibleName(models::sentence(m_budget, now));
}

void StatusLine::tick()
{
    m_clock.after(ageTick, this, [this] {
        refresh();
        tick();
    });
}

} // namespace widgets
