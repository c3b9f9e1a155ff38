// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decisionwatch.h"

using namespace Qt::StringLiterals;

namespace app {

using domain::Decision;
using domain::DecisionState;
using domain::Result;

namespace {

Result<QList<Decision>> read(store::ReadSession &session, const QList<domain::DecisionId> &ids)
{
    if (ids.isEmpty())
        return session.ledger().outbox();
    QList<Decision> decisions;
    QList<Decision> comments;
    for (const domain::DecisionId &id : ids) {
        const Result<Decision> decision = session.ledger().decision(id);
        if (!decision)
            return decision.error();
        decisions.append(*decision);
        const Result<Decision> comment = session.ledger().decision(domain::approvalCommentId(id));
        if (comment)
            comments.append(*comment);
        else if (comment.error().kind != domain::ErrorKind::NotFound)
            return comment.error();
    }
    return decisions + comments;
}

} // namespace

bool isAtRest(DecisionState state)
{
    return domain::isFinal(state) || state == DecisionState::Stale || state == DecisionState::NeedsPerson;
}

DecisionWatch::DecisionWatch(Console &console, QList<domain::DecisionId> ids, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_ids(std::move(ids))
{
}

void DecisionWatch::start()
{
    connect(&m_console.engine(), &domain::Engine::ledgerChanged, this, &DecisionWatch::look);
    m_console.engine().pull(false, this, [this](const Result<domain::PullState> &pulled) {
        if (pulled || m_ended || pulled.error().kind == domain::ErrorKind::Cancelled)
            return;
        m_ended = true;
        Q_EMIT stuck(pulled.error(), m_last);
    });
    look();
}

void DecisionWatch::look()
{
    m_console.readers().ask<QList<Decision>>(
        this, u"decisions"_s, [ids = m_ids](store::ReadSession &session) { return read(session, ids); },
        [this](const Result<QList<Decision>> &decisions) {
            if (decisions)
                judge(*decisions);
            else if (decisions.error().kind != domain::ErrorKind::Cancelled && !m_ended) {
                m_ended = true;
                Q_EMIT stuck(decisions.error(), m_last);
            }
        });
}

void DecisionWatch::judge(const QList<Decision> &decisions)
{
    m_last = m_ids.isEmpty() ? decisions : decisions.mid(0, m_ids.size());
    const bool allRest = std::all_of(decisions.cbegin(), decisions.cend(), [](const Decision &d) { return isAtRest(d.state); });
    if (!allRest || m_ended)
        return;
    m_ended = true;
    Q_EMIT rested(m_last);
}

} // namespace app
