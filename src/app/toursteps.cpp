// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tourstep.h"

#include "widgets/rowview.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace app {

using domain::DecisionKind;
using domain::DecisionState;
using widgets::Command;

namespace {

const QString tagText = u"casemate-tour"_s;
const QString commentText = u"Mail reached the mailbox and was opened; removing it."_s;
const QString rejectText = u"Sender is our own newsletter; leave it."_s;
const QString judgementText = u"truePositive/phishing"_s;

// What the steps share: where they are in the window, and what the tour is about.
struct Scene {
    widgets::MainWindow &window;
    Console &console;
    models::ModelSet &models;
    domain::PendingAction toApprove {};
    domain::PendingAction toReject {};

    template <class Widget>
    Widget *visible(const QString &name) const
    {
        const QList<Widget *> found = window.findChildren<Widget *>(name);
        for (Widget *widget : found) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void trigger(Command command) const { window.commands().action(command)->trigger(); }
    bool click(const QString &name) const
    {
        auto *button = visible<QAbstractButton>(name);
        if (button && button->isEnabled())
            button->click();
        return button != nullptr;
    }
    void write(const QString &field, const QString &text) const
    {
        if (auto *line = visible<QLineEdit>(field))
            line->setText(text);
        else if (auto *area = visible<QPlainTextEdit>(field))
            area->setPlainText(text);
    }
    // Rows are chosen in the page's own view, as a person would.
    void chooseAction(const domain::PendingActionId &id) const
    {
        models::PendingActionsModel *actions = models.approvals();
        auto *view = visible<widgets::RowView>(u"rows"_s);
        const int row = actions->rowOf(id.text);
        if (!view || row < 0)
            return;
        view->clearMarks();
        view->setCurrentIndex(actions->index(row, 0));
    }
    std::optional<domain::Decision> decision(DecisionKind kind) const
    {
        for (int row = 0; row < models.outbox()->rowCount(); ++row) {
            if (models.outbox()->at(row).kind == kind)
                return models.outbox()->at(row);
        }
        return std::nullopt;
    }
    bool isDecided(DecisionKind kind) const { return decision(kind).has_value(); }
};

using ScenePointer = std::shared_ptr<Scene>;

bool changed(const QJsonArray &effects, const QString &kind, const QString &target, const std::function<bool(const QJsonObject &)> &fits)
{
    int times = 0;
    for (const QJsonValue &each : effects) {
        const QJsonObject effect = each.toObject();
        // "573", or "incident/573" for a comment
        const bool isTarget = target.isEmpty() || effect.value("target"_L1).toString().section(u'/', -1) == target;
        if (effect.value("kind"_L1).toString() == kind && isTarget && fits(effect.value("detail"_L1).toObject()))
            ++times;
    }
    return times == 1; // once, and not once more
}

bool mentions(const QJsonObject &detail, const QString &member, const QString &text)
{
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)).contains(text) && (member.isEmpty() || detail.contains(member));
}

// Two mails that wait and lie in a mailbox; the first one's incident is the one we open.
bool findActions(Scene &scene)
{
    QList<domain::PendingAction> mails;
    for (int row = 0; row < scene.models.approvals()->rowCount(); ++row) {
        const domain::PendingAction &action = scene.models.approvals()->at(row).action;
        if (action.kind == domain::ActionKind::MailMessage && action.recommended)
            mails.append(action);
    }
    if (mails.size() < 2)
        return false;
    scene.toApprove = mails.at(0);
    scene.toReject = mails.at(1);
    return true;
}

TourStep syncStep(const ScenePointer &scene)
{
    return {.name = u"sync"_s,
            .act = [scene] { scene->window.goTo(Command::GoQueue); },
            .holds = [scene] {
                const domain::PullState pull = scene->console.engine().pullState();
                scene->models.queue()->showArrivals();
                scene->models.approvals()->showArrivals();
                const bool allShown = scene->models.queue()->total() >= pull.incidents; // this pull brought all there are
                return pull.phase == domain::PullState::Phase::Idle && pull.freshAsOf && allShown && findActions(*scene);
            }};
}

TourStep openStep(const ScenePointer &scene)
{
    return {.name = u"incident"_s,
            .act = [scene] { scene->window.openIncident(scene->toApprove.incident); },
            .holds = [scene] { return scene->models.incident()->isLoaded() && scene->models.incident()->id() == scene->toApprove.incident; }};
}

TourStep takeStep(const ScenePointer &scene)
{
    return {.name = u"take"_s,
            .act = [scene] { scene->trigger(Command::Take); },
            .holds = [scene] { return scene->isDecided(DecisionKind::Assign); },
            .check = [scene](const QJsonArray &effects) {
                const QString me = scene->console.tenant().upn;
                return changed(effects, u"patchIncident"_s, scene->toApprove.incident.text,
                               [me](const QJsonObject &detail) { return mentions(detail, {}, me) && mentions(detail, {}, u"assignedTo"_s); });
            }};
}

// A panel is opened, filled and accepted in one step; it is looked at half way by the picture of the next.
TourStep panelStep(const ScenePointer &scene, const QString &name, Command command, DecisionKind kind, const QString &field, const QString &text,
                   const QString &effect, const QString &member)
{
    return {.name = name,
            .act = [scene, command, field, text] {
                scene->trigger(command);
                scene->write(field, text);
                if (auto *choice = scene->visible<QAbstractButton>(text))
                    choice->click();
                scene->click(u"accept"_s);
            },
            .holds = [scene, kind] { return scene->isDecided(kind); },
            .check = [scene, effect, member, text](const QJsonArray &effects) {
                const QString needle = text.section(u'/', -1);
                return changed(effects, effect, scene->toApprove.incident.text,
                               [member, needle](const QJsonObject &detail) { return mentions(detail, {}, needle) && mentions(detail, {}, member); });
            }};
}

TourStep reviewStep(const ScenePointer &scene, bool approve)
{
    return {.name = approve ? u"review"_s : u"review-reject"_s,
            .act = [scene, approve] {
                scene->window.goTo(Command::GoApprovals);
                scene->chooseAction(approve ? scene->toApprove.id : scene->toReject.id);
                scene->trigger(approve ? Command::Approve : Command::Reject);
                scene->write(u"comment"_s, approve ? QString() : rejectText);
            },
            .holds = [scene] {
                auto *confirm = scene->visible<QAbstractButton>(u"confirm"_s);
                return confirm && confirm->isEnabled(); // the arm time is over
            }};
}

TourStep confirmStep(const ScenePointer &scene, bool approve)
{
    return {.name = approve ? u"approve"_s : u"reject"_s,
            .act = [scene] { scene->click(u"confirm"_s); },
            .holds = [scene, approve] { return scene->isDecided(approve ? DecisionKind::ApproveAction : DecisionKind::RejectAction); },
            .check = [scene, approve](const QJsonArray &effects) {
                if (!approve) // a rejection is a comment; nothing may have touched the mail
                    return changed(effects, u"comment"_s, scene->toReject.incident.text,
                                   [](const QJsonObject &detail) { return mentions(detail, {}, rejectText); })
                        && !changed(effects, u"remediate"_s, {}, [scene](const QJsonObject &detail) {
                               return mentions(detail, {}, scene->toReject.targets.constFirst().networkMessageId);
                           });
                return changed(effects, u"remediate"_s, {}, [scene](const QJsonObject &detail) {
                    return mentions(detail, {}, scene->toApprove.targets.constFirst().networkMessageId);
                });
            }};
}

bool isProved(const Scene &scene, DecisionKind kind)
{
    const std::optional<domain::Decision> decision = scene.decision(kind);
    return decision && decision->state == DecisionState::Verified;
}

TourStep outboxStep(const ScenePointer &scene)
{
    return {.name = u"outbox"_s,
            .act = [scene] { scene->window.goTo(Command::GoOutbox); },
            .holds = [scene] { return scene->isDecided(DecisionKind::ApproveAction); }};
}

TourStep drainedStep(const ScenePointer &scene)
{
    return {.name = u"proved"_s,
            .act = [] {},
            .holds = [scene] {
                return isProved(*scene, DecisionKind::Assign) && isProved(*scene, DecisionKind::AddTag) && isProved(*scene, DecisionKind::Classify)
                    && isProved(*scene, DecisionKind::Comment) && isProved(*scene, DecisionKind::RejectAction)
                    && isProved(*scene, DecisionKind::ApproveAction);
            }};
}

TourStep evidenceStep(const ScenePointer &scene)
{
    return {.name = u"evidence"_s,
            .act = [scene] {
                scene->window.openIncident(scene->toApprove.incident);
                if (auto *tabs = scene->visible<QTabWidget>(u"tabs"_s))
                    tabs->setCurrentIndex(0);
            },
            .holds = [scene] { return scene->models.incident()->isLoaded(); }};
}

TourStep historyStep(const ScenePointer &scene)
{
    return {.name = u"history"_s,
            .act = [scene] { scene->window.goTo(Command::GoHistory); },
            .holds = [scene] { return scene->models.history()->rowCount() > 6; }};
}

} // namespace

QList<TourStep> tourSteps(widgets::MainWindow &window, Console &console, models::ModelSet &models)
{
    const auto scene = std::make_shared<Scene>(Scene {window, console, models});
    return {
        syncStep(scene),
        openStep(scene),
        takeStep(scene),
        panelStep(scene, u"tag"_s, Command::Tag, DecisionKind::AddTag, u"tag"_s, tagText, u"patchIncident"_s, u"customTags"_s),
        panelStep(scene, u"classify"_s, Command::Classify, DecisionKind::Classify, {}, judgementText, u"patchIncident"_s, u"classification"_s),
        panelStep(scene, u"comment"_s, Command::Comment, DecisionKind::Comment, u"text"_s, commentText, u"comment"_s, {}),
        reviewStep(scene, true),
        confirmStep(scene, true),
        reviewStep(scene, false),
        confirmStep(scene, false),
        outboxStep(scene),
        drainedStep(scene),
        evidenceStep(scene),
        historyStep(scene),
    };
}

} // namespace app
