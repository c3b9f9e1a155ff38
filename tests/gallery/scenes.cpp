// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/scenes.h"

#include "widgets/diagnosticsdialog.h"
#include "widgets/fakecheckup.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gallery {

using domain::PullState;
using fixture::Office;
using widgets::Command;
using widgets::MainWindow;

namespace {

using Act = std::function<void(MainWindow &, Office &)>;

void trigger(MainWindow &window, Command command) { window.commands().action(command)->trigger(); }

template <class T>
T *visible(const MainWindow &window, const QString &name)
{
    const QList<T *> all = window.findChildren<T *>(name);
    for (T *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

PullState phase(PullState::Phase wanted, domain::Moment now, qint64 ageSeconds)
{
    PullState state;
    state.phase = wanted;
    if (ageSeconds > 0)
        state.freshAsOf = now.plusSeconds(-ageSeconds);
    return state;
}

void chooseRow(const MainWindow &window, int row)
{
    auto *rows = visible<QAbstractItemView>(window, u"rows"_s);
    QVERIFY(rows && rows->model()->rowCount() > row);
    rows->setCurrentIndex(rows->model()->index(row, 0));
}

// Until the review is prepared and its arm time is over, or it says why not.
void settleReview(const MainWindow &window, Office &office)
{
    auto *confirm = visible<QAbstractButton>(window, u"confirm"_s);
    QVERIFY(confirm);
    QTRY_VERIFY((office.clock.advance(600ms), confirm->isEnabled() || visible<QWidget>(window, u"reason"_s)));
}

Act openStory(int tab)
{
    return [tab](MainWindow &window, Office &office) {
        window.openIncident(fixture::storyIncident());
        QTRY_VERIFY(office.set->incident()->isLoaded());
        visible<QTabWidget>(window, u"tabs"_s)->setCurrentIndex(tab);
    };
}

Act reviewOf(int row, Command command)
{
    return [row, command](MainWindow &window, Office &office) {
        window.goTo(Command::GoApprovals);
        chooseRow(window, row);
        trigger(window, command);
        settleReview(window, office);
    };
}

Act panelOf(Command command)
{
    return [command](MainWindow &window, Office &) {
        chooseRow(window, 1);
        trigger(window, command);
    };
}

Act page(Command go)
{
    return [go](MainWindow &window, Office &) { window.goTo(go); };
}

Act diagnosticsOf(bool ended)
{
    return [ended](MainWindow &window, Office &) {
        auto checkup = std::make_unique<fixture::FakeCheckup>();
        fixture::FakeCheckup *told = checkup.get();
        auto *dialog = new widgets::DiagnosticsDialog(std::move(checkup), {}, &window);
        dialog->show();
        dialog->check();
        told->tell(fixture::someFindings().mid(0, ended ? -1 : 6), 4, 9);
        if (ended)
            told->end();
    };
}

void tellState(Office &office, const PullState &state) { office.engine->pullNow = state; }

QList<Scene> queueScenes()
{
    const auto full = fixture::ordinaryWorld;
    const auto nothing = [](MainWindow &, Office &) {};
    return {
        {u"queue"_s, full, {}, nothing},
        {u"queue-never"_s, {}, [](Office &o) { tellState(o, {}); }, nothing},
        {u"queue-first-sync"_s, {},
         [](Office &o) {
             PullState state = phase(PullState::Phase::Running, o.clock.now(), 0);
             state.done = 1240;
             state.expected = 3004;
             tellState(o, state);
         },
         nothing},
        {u"queue-empty"_s, {}, {}, nothing},
        {u"queue-sign-in"_s, {},
         [](Office &o) {
             o.engine->able = {};
             tellState(o, phase(PullState::Phase::SignInNeeded, o.clock.now(), 0));
         },
         nothing},
        {u"queue-offline"_s, full, [](Office &o) { tellState(o, phase(PullState::Phase::Offline, o.clock.now(), 11'500)); }, nothing},
        {u"queue-failed"_s, full,
         [](Office &o) {
             PullState state = phase(PullState::Phase::Failed, o.clock.now(), 2700);
             state.error = domain::error(domain::ErrorKind::ServerFailed, u"list incidents"_s, u"The service is <b>unavailable</b>."_s);
             state.error->httpStatus = 503;
             tellState(o, state);
         },
         nothing},
        {u"queue-memory-session"_s, full, [](Office &o) { o.engine->able.keychainWorks = false; }, nothing},
        {u"queue-files"_s, full,
         [](Office &o) {
             o.engine->able = {};
             o.engine->able.fromFiles = o.engine->able.readOnly = true;
             tellState(o, {});
         },
         nothing},
        {u"queue-filter-fault"_s, full, {},
         [](MainWindow &window, Office &) { visible<QLineEdit>(window, u"text"_s)->setText(u"sverity:low severity:high"_s); }},
        {u"queue-no-match"_s, full, {},
         [](MainWindow &window, Office &office) {
             visible<QLineEdit>(window, u"text"_s)->setText(u"nobodyhasthis"_s);
             QTRY_COMPARE(office.set->queue()->rowCount(), 0);
         }},
        {u"queue-selected"_s, full, {},
         [](MainWindow &window, Office &) {
             chooseRow(window, 1);
             for (const Command each : {Command::SelectRow, Command::NextRow, Command::NextRow, Command::SelectRow})
                 trigger(window, each);
         }},
        {u"queue-assign"_s, full, {}, panelOf(Command::Assign)},
        {u"queue-classify"_s, full, {}, panelOf(Command::Classify)},
        {u"queue-tag"_s, full, {}, [](MainWindow &window, Office &) { chooseRow(window, 0); trigger(window, Command::Tag); }},
        {u"queue-comment"_s, full, {}, panelOf(Command::Comment)},
        {u"queue-resolve"_s, full, {}, panelOf(Command::Resolve)},
        {u"queue-decided"_s, full, {},
         [](MainWindow &window, Office &office) {
             chooseRow(window, 2);
             trigger(window, Command::Take);
             QTRY_VERIFY(visible<QWidget>(window, u"messages"_s) && office.set->outbox()->rowCount() == 1);
         }},
    };
}

QList<Scene> otherScenes()
{
    const auto full = fixture::ordinaryWorld;
    const auto decisions = [](Office &o) { o.addDecisions(); };
    return {
        {u"incident"_s, full, {}, openStory(0)},
        {u"incident-review"_s, full, {},
         [](MainWindow &window, Office &office) {
             openStory(0)(window, office);
             trigger(window, Command::Approve);
             settleReview(window, office);
         }},
        {u"incident-alerts"_s, full, {}, openStory(1)},
        {u"incident-comments"_s, full, {}, openStory(2)},
        {u"incident-decisions"_s, full, decisions, openStory(3)},
        {u"incident-none"_s, full, {}, page(Command::GoIncident)},
        {u"approvals"_s, full, {}, page(Command::GoApprovals)},
        {u"approvals-approve"_s, full, {}, reviewOf(2, Command::Approve)},
        {u"approvals-approve-first"_s, full, {}, reviewOf(0, Command::Approve)},
        {u"approvals-reject"_s, full, {}, reviewOf(1, Command::Reject)},
        {u"approvals-offline"_s, full, [](Office &o) { tellState(o, phase(PullState::Phase::Offline, o.clock.now(), 4000)); },
         reviewOf(2, Command::Approve)},
        {u"approvals-empty"_s, {}, {}, page(Command::GoApprovals)},
        {u"outbox"_s, full, decisions, page(Command::GoOutbox)},
        {u"outbox-stale"_s, full, decisions,
         [](MainWindow &window, Office &office) {
             window.goTo(Command::GoOutbox);
             for (int row = 0; row < office.set->outbox()->rowCount(); ++row)
                 if (office.set->outbox()->at(row).state == domain::DecisionState::Stale)
                     chooseRow(window, row);
             trigger(window, Command::ConfirmAgain);
             office.clock.advance(600ms);
         }},
        {u"outbox-empty"_s, {}, {}, page(Command::GoOutbox)},
        {u"history"_s, full, decisions, page(Command::GoHistory)},
        {u"history-empty"_s, {}, {}, page(Command::GoHistory)},
        {u"settings"_s, full, {},
         [](MainWindow &window, Office &) {
             domain::Settings own;
             own.undoHold = 30s;
             window.setSettings(own, {});
             window.goTo(Command::GoSettings);
         }},
        {u"settings-fault"_s, full, {},
         [](MainWindow &window, Office &) {
             domain::Settings organisations;
             organisations.firstSyncDays = 30;
             window.setSettings(organisations, organisations);
             window.tellSettingsFault(domain::error(domain::ErrorKind::StorageUnreadable, u"save the settings"_s, u"/home/ada/.config/casemate/casemate.ini"_s));
         }},
        {u"keys"_s, full, {}, [](MainWindow &window, Office &) { trigger(window, Command::KeySheet); }},
        {u"tenant"_s, full, {}, [](MainWindow &window, Office &) { trigger(window, Command::AboutTenant); }},
        {u"diagnostics"_s, full, {}, diagnosticsOf(true)},
        {u"diagnostics-running"_s, full, {}, diagnosticsOf(false)},
        {u"about"_s, full, {}, [](MainWindow &window, Office &) { trigger(window, Command::AboutCasemate); }},
    };
}

QList<Scene> hostileScenes()
{
    const auto hostile = fixture::hostileWorld;
    return {
        {u"hostile-queue"_s, hostile, {}, [](MainWindow &, Office &) {}},
        {u"hostile-incident"_s, hostile, {}, openStory(0)},
        {u"hostile-alerts"_s, hostile, {}, openStory(1)},
        {u"hostile-comments"_s, hostile, {}, openStory(2)},
        {u"hostile-review"_s, hostile, {}, reviewOf(0, Command::Approve)},
    };
}

} // namespace

const QList<Scene> &scenes()
{
    static const QList<Scene> all = queueScenes() + otherScenes() + hostileScenes();
    return all;
}

} // namespace gallery
