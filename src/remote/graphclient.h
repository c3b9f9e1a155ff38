// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one class that attaches a bearer token, and it does so only after AddressRule has passed the URL. Also here: the
// tenant's budget, the headers of every call, retries (GET only, three tries), the circuit breaker, and the mapping of
// statuses to domain::Error. A 2xx counts as an answer only with a complete JSON document or with no body where none is
// due. Engine thread.

#include "addressrule.h"
#include "budget.h"
#include "tokensource.h"
#include "transport.h"

#include "domain/clock.h"
#include "domain/ids.h"

#include <QObject>

#include <memory>
#include <optional>

namespace remote {

struct GraphRequest {
    QByteArray method = "GET";
    QByteArray path {}; // "/v1.0/security/incidents"
    QByteArray query {}; // encoded, without '?'
    QByteArray link {}; // instead of path and query: an address that came from outside, as it came
    QByteArray body {}; // JSON
    Identity identity = Identity::Analyst;
    Bucket bucket = Bucket::Security;
    Lane lane = Lane::Sync;
    bool onlyReads = false; // a POST that changes nothing: still sent once, but a 401 is answered with a fresh token
    domain::AttemptId attempt {}; // doubles as client-request-id; empty: one is made
    QString tried {}; // "list incidents"
};

struct GraphAnswer {
    int status = 0;
    QByteArray body;
    QByteArray location; // raw, as sent; not followed
    QString requestId;
    std::optional<domain::Moment> serverDate;
    bool incomplete = false; // 206 or a Warning header: some provider did not answer
    QString warning; // raw
};

class GraphClient final : public QObject
{
    Q_OBJECT
public:
    using AnswerFunction = std::function<void(domain::Result<GraphAnswer>)>;

    GraphClient(const domain::Cloud &cloud, Transport &transport, TokenSource &tokens, Budget &budget,
                domain::Clock &clock);
    ~GraphClient() override;

    // A request other than GET goes out at most once. Error::mayHaveBeenApplied says whether the service can have acted.
    void send(const GraphRequest &request, QObject *asker, AnswerFunction answer);

    [[nodiscard]] const AddressRule &addresses() const { return m_addresses; }

private:
    class Call;
    friend class Call;

    [[nodiscard]] bool circuitIsOpen();
    void noteServed(bool served); // whether a GET got an answer that is not a server's failure
    std::chrono::seconds throttled(Bucket bucket, std::optional<std::chrono::seconds> asked); // how long it pauses

    AddressRule m_addresses;
    Transport &m_transport;
    TokenSource &m_tokens;
    Budget &m_budget;
    domain::Clock &m_clock;
    int m_failuresInARow = 0;
    std::chrono::milliseconds m_nextProbe {0}; // while the circuit is open; monotonic
    int m_throttledInARow = 0;
};

} // namespace remote
