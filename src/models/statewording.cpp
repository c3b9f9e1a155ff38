// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::PullState;

namespace {

QString freshness(const PullState &state, const TimeText &times, domain::Moment now)
{
    if (!state.freshAsOf)
        return tr("Nothing has been synchronised yet.");
    return tr("Data as of %1 (%2).").arg(times.absolute(*state.freshAsOf), times.relative(*state.freshAsOf, now));
}

QString progress(const PullState &state)
{
    if (state.expected)
        return tr("Synchronising: %L1 of %L2 items.").arg(state.done).arg(*state.expected);
    return counted(QT_TRANSLATE_NOOP("models", "Synchronising: 1 item."), QT_TRANSLATE_N_NOOP("models", "Synchronising: %Ln items."), state.done);
}

// What is not whole about the data; empty when it is.
QString gaps(const PullState &state)
{
    QString text;
    if (!state.incomplete.isEmpty())
        text += u' ' + tr("Incomplete: %1.").arg(shown(state.incomplete.join(u", "_s)));
    if (state.poison > 0)
        text += u' ' + counted(QT_TRANSLATE_NOOP("models", "1 item could not be read."), QT_TRANSLATE_N_NOOP("models", "%Ln items could not be read."), state.poison);
    return text;
}

} // namespace

QString sentence(const PullState &state, const TimeText &times, domain::Moment now)
{
    switch (state.phase) {
    case PullState::Phase::Never: return freshness(state, times, now) + gaps(state);
    case PullState::Phase::Running: return progress(state);
    case PullState::Phase::Idle: return freshness(state, times, now) + gaps(state);
    case PullState::Phase::Failed:
        return (state.error ? sentence(*state.error) : tr("The last synchronisation failed.")) + u' '
            + freshness(state, times, now);
    case PullState::Phase::Offline: return tr("Offline.") + u' ' + freshness(state, times, now);
    case PullState::Phase::SignInNeeded: return tr("Sign in to synchronise.") + u' ' + freshness(state, times, now);
    }
    Q_UNREACHABLE();
}

QString sentence(const domain::BudgetState &budget, domain::Moment now)
{
    if (budget.pausedUntil && *budget.pausedUntil > now) {
        const qint64 seconds = (budget.pausedUntil->msecs() - now.msecs() + 999) / 1000;
        return counted(QT_TRANSLATE_NOOP("models", "The service asks us to wait for 1 second."), QT_TRANSLATE_N_NOOP("models", "The service asks us to wait for %Ln seconds."),
                       seconds);
    }
    return tr("%1 of %2 calls in the last minute").arg(budget.used).arg(budget.limit);
}

QString sessionSentence(const domain::Capabilities &capabilities)
{
    if (capabilities.fromFiles)
        return tr("This was read from files: nothing is synchronised, and nothing can be decided here.");
    if (!capabilities.signedIn)
        return capabilities.upn.isEmpty() ? tr("Nobody is signed in.")
                                          : tr("%1 is signed out.").arg(shown(capabilities.upn));
    QStringList parts {tr("Signed in as %1.").arg(shown(capabilities.upn))};
    if (!capabilities.mayReadIncidents)
        parts.append(tr("Incidents cannot be read: the permission is missing."));
    else if (capabilities.readOnly)
        parts.append(capabilities.readOnlyReason.isEmpty()
                         ? tr("Only reading is possible.")
                         : tr("Only reading is possible: %1.").arg(shown(capabilities.readOnlyReason)));
    else if (!capabilities.mayEditIncidents)
        parts.append(tr("Incidents cannot be changed: the permission is missing."));
    if (!capabilities.keychainWorks)
        parts.append(tr("The sign-in ends with the program: the keychain does not answer."));
    if (!capabilities.hasApplicationCredential)
        parts.append(tr("Mail actions are carried out in the portal."));
    return parts.join(u' ');
}

QString sentence(const store::ChainReport &report)
{
    if (!report.firstBad)
        return counted(QT_TRANSLATE_NOOP("models", "The history is whole: 1 entry."), QT_TRANSLATE_N_NOOP("models", "The history is whole: %Ln entries."), report.entries);
    return tr("The history is damaged from entry %1 on (%2). Keep a copy of the data folder and tell your administrator.")
        .arg(*report.firstBad)
        .arg(shown(report.reason));
}

} // namespace models
