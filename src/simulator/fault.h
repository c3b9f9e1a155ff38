// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing that goes wrong on order: which requests it befalls, and what it makes of their answers. As JSON, posted to
// /control/faults:
//
//     route        regular expression on "METHOD path", e.g. "^POST .*/remediate$"
//     nth, every   the first match that it befalls (1), then each `every`-th (1)
//     count        how often at most (1); 0: without end
//     probability  of each that is due (1), drawn from `seed` (1)
//     kind         see below; with its members
//     apply        whether the request still takes effect; each kind has its own default, in brackets
//     headers      {name: value} set on the answer
//
//     status [no]            status, retryAfter?, body? (text or JSON)      an answer of that status
//     garbage [no]           a page of HTML with status 200
//     redirect [no]          location, status? (302)
//     bomb [no]              megabytes? (256)                               gzip of so many zeros
//     dropBeforeApply [no]   the connection is closed without an answer
//     closeBeforeAnswer [yes] the same after the effect
//     resetConnection [no]   RST instead of an answer
//     stall [no]             silence until released; with apply the effect comes before it
//     truncate [yes]         bytes? (half), length? "full"|"cut"|"none"|number   the body is cut, Content-Length as given
//     brokenChunk [yes]      chunked coding that goes wrong in the middle
//     delay, trickle [yes]   milliseconds before the answer, or between its bytes
//     foreignNextLink [yes]  url                                            becomes the page's @odata.nextLink
//     partial206 [yes]       warning?                                       206 and a Warning header
//     edit [yes]             find, replace                                  in the body, every occurrence
//
// Values and pure functions; tenant thread.

#include "simulator/handler.h"
#include "simulator/random.h"
#include "simulator/result.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace simulator {

enum class FaultKind {
    Status,
    Garbage,
    Redirect,
    Bomb,
    DropBeforeApply,
    CloseBeforeAnswer,
    ResetConnection,
    Stall,
    Truncate,
    BrokenChunk,
    Delay,
    Trickle,
    ForeignNextLink,
    Partial206,
    Edit
};

struct Fault {
    FaultKind kind = FaultKind::Status;
    QRegularExpression route;
    int nth = 1;
    int every = 1;
    int count = 1;
    double probability = 1;
    Random dice {1, {}};
    bool apply = false;
    QJsonObject order; // as posted

    quint64 id = 0;
    int seen = 0; // matching requests
    int fired = 0;

    static Result<Fault> fromJson(const QJsonObject &order);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool befalls(const Request &request); // counts
};

// What goes out instead of `response`, which is what would have been answered (empty when the request was not applied).
[[nodiscard]] Delivery spoil(const Fault &fault, Response response);

} // namespace simulator
