// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The seam between the sockets and what answers them. A request comes out of a worker thread, is handled in the thread of
// its Handler (the tenant thread), and the answer finds its way back to the worker. Nobody waits and nothing is shared:
// both directions are queued values.

#include "simulator/exchange.h"

#include <QObject>

#include <functional>

namespace simulator {

// An answer and the manner in which it reaches the client; anything but the defaults is a fault that somebody asked for.
struct Delivery {
    enum class Length { Right, OfCutBody, Absent, Given };

    Response response;
    bool silent = false; // not one byte of an answer, the connection is closed
    bool close = false; // the connection ends after this answer
    bool twice = false; // the whole answer again, right behind it
    bool reset = false; // it ends with RST, not with FIN
    bool brokenChunk = false; // chunked coding with a second chunk that is none
    bool cut = false; // only a part of the (encoded) body goes out
    qint64 cutAfter = -1; // bytes of it; -1: half
    Length length = Length::Right;
    qint64 givenLength = 0; // Content-Length for Length::Given
    int delay = 0; // milliseconds before the first byte
    int trickle = 0; // milliseconds between single bytes; 0: all at once
};

using Answer = std::function<void(const Delivery &)>; // may be called from any thread, once

class Handler : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void receive(const Request &request, const Answer &answer) = 0;
};

} // namespace simulator
