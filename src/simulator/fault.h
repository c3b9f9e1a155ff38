// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing that goes wrong on order: which requests it befalls, and what it makes of their answers. As JSON, posted to
// /control/faults:
//
//     route        regular expression on "METHOD path", e.g. "^POST .*/remediate$"
//     query        regular expression on the query, decoded, e.g. "expand=alerts"
//     nth, every   the first match that it befalls (1), then each `every`-th (1)
//     count        how often at most (1); 0: without end
//     probability  of each that is due (1), drawn from `seed` (1)
//     kind         see below; with its members
//     apply        whether the request still takes effect; each kind has its own default, in brackets
//     headers      {name: value} set on the answer
//
//     status [no]            status, retryAfter? (text, number, a list for several, {"date":seconds}), body? (text, JSON)
//     garbage [no]           a page of HTML with status 200
//     redirect [no]          location ("{self}": the same URL), status? (302)
//     bomb, hugeBody [no]    megabytes? (256)       gzip of so many zeros; a JSON document of that size
//     longError [no]         status? (400), characters? (100000)             an error with a very long message
//     dropBeforeApply [no]   the connection is closed without an answer
//     closeBeforeAnswer [yes] the same after the effect
//     resetConnection [no]   RST instead of an answer
//     resetMidBody [yes]     bytes? (half)                                   RST after so much of the body
//     stall [no]             silence until released; with apply the effect comes before it
//     truncate [yes]         bytes? (half), length? "full"|"cut"|"none"|number   the body is cut, Content-Length as given
//     brokenChunk [yes]      chunked coding that goes wrong in the middle
//     delay, trickle [yes]   milliseconds before the answer, or between its bytes
//     doubledAnswer [yes]    the answer comes twice; the second where that to the next request should be
//     otherAnswer [yes]      the answer to the request before this one, with its ids
//     foreignNextLink [yes]  url                                            becomes the page's @odata.nextLink
//     oddNextLink [yes]      form                                           the same from a list, see oddvalues.h
//     endlessPages [yes]     every page has a next one
//     partial206 [yes]       warning?                                       206 and a Warning header
//     skewedDate [yes]       seconds                                        the Date header lies by so much
//     ignoredPrefer [yes]    the Prefer header counts for nothing
//     edit [yes]             find, replace                                  in the body, every occurrence
//
// and those that change what a page says, see pagefaults.h; `item` (from 0) restricts most of them to one item of the
// page, `member` is a path like "evidence.verdict". Their members are in faultkinds.cpp.
//
// Values and pure functions; tenant thread.

#include "simulator/faultkinds.h"
#include "simulator/handler.h"
#include "simulator/random.h"
#include "simulator/result.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace simulator {

struct Fault {
    FaultKind kind = FaultKind::Status;
    QRegularExpression route;
    QRegularExpression query;
    int nth = 1;
    int every = 1;
    int count = 1;
    double probability = 1;
    Random dice {1, {}};
    bool apply = false;
    QJsonObject order; // as posted
    QString tenant {}; // id of the one whose requests it befalls; empty: everybody's

    quint64 id = 0;
    int seen = 0; // matching requests
    int fired = 0;

    static Result<Fault> fromJson(const QJsonObject &order);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool befalls(const Request &request); // counts
};

} // namespace simulator
