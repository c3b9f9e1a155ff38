// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxdesk.h"

#include "domain/rules.h"
#include "store/ledgerreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::Result;
using remote::HttpAnswer;
using remote::HttpRequest;

namespace casemate::test {

bool isWrite(const HttpRequest &request)
{
    return !request.isGet() && request.url.host() == "graph.example"_L1
        && !request.url.path().endsWith("/runHuntingQuery"_L1);
}

HttpAnswer answerWith(int status, const remote::HttpHeaders &headers)
{
    HttpAnswer answer {status, headers, R"({"error":{"code":"said","message":"so"}})"};
    answer.headers.append(QPair<QByteArray, QByteArray>("Content-Type", "application/json"));
    return answer;
}

Desk::Desk()
{
    bench.transport = std::make_shared<FakeTransport>([this](const HttpRequest &request) { return carry(request); });
}

Desk::~Desk()
{
    bench.kill();
}

Result<HttpAnswer> Desk::carry(const HttpRequest &request)
{
    const Fate chosen = fate ? fate(request) : Fate::Passes;
    if (chosen == Fate::Passes)
        return bench.tenant.answer(request);
    if (chosen == Fate::AnswerLost) [[maybe_unused]]
        const auto lost = bench.tenant.answer(request);
    const bool isCertain = chosen == Fate::Unreachable;
    return domain::Error {.kind = isCertain ? domain::ErrorKind::Unreachable : domain::ErrorKind::ConnectionLost,
                          .tried = request.tried,
                          .mayHaveBeenApplied = !isCertain && !request.isGet()};
}

void Desk::fill()
{
    const domain::Moment updated = bench.clock->now().plusSeconds(-7200);
    bench.tenant.addIncident(u"7"_s, updated);
    bench.tenant.addIncident(u"8"_s, updated);
    bench.tenant.addPendingMail(u"p1"_s, u"7"_s, u"m-1"_s, u"bo@contoso.example"_s);
}

bool Desk::open(bool withCredential)
{
    fill();
    bench.signIn(withCredential);
    bench.start();
    const auto pulled = bench.pull();
    return pulled && *pulled;
}

Decision Desk::take(const Decision &decision)
{
    const auto taken = bench.decide(decision);
    return taken && *taken ? decision : Decision {};
}

Decision Desk::take(domain::DecisionKind kind, const QString &value, const QString &comment)
{
    return take(bench.decision(kind, u"7"_s, value, comment));
}

Decision Desk::seenApproval()
{
    Decision approval = bench.approval();
    QObject asker;
    std::optional<Result<QList<domain::Fact>>> read;
    bench.core().readLatestLocations(approval.targets,
                                     domain::Answer<QList<domain::Fact>>(&asker, [&](const auto &r) { read = r; }));
    bench.runUntil([&] { return read.has_value(); });
    approval.facts.removeIf([](const domain::Fact &fact) { return fact.name.startsWith("latestLocation/"_L1); });
    if (read && *read)
        approval.facts += **read;
    return approval;
}

bool Desk::runToTheEnd()
{
    return bench.runUntil([this] { return bench.isSettled(); });
}

QList<HttpRequest> Desk::writes() const
{
    QList<HttpRequest> found = bench.transport->requests();
    found.removeIf([](const HttpRequest &request) { return !isWrite(request); });
    return found;
}

QList<Effect> Desk::effects(const QString &kind) const
{
    QList<Effect> found = bench.tenant.effects();
    found.removeIf([&](const Effect &effect) { return effect.kind != kind; });
    return found;
}

QString Desk::way(const domain::DecisionId &id) const
{
    const auto entries = store::LedgerReader(bench.folder()).history(1000);
    QStringList words;
    for (const store::HistoryEntry &entry : entries ? *entries : QList<store::HistoryEntry> {}) {
        if (entry.decision == id)
            words.prepend(domain::decisionStateWord(entry.state));
    }
    return words.join(u' ');
}

} // namespace casemate::test
