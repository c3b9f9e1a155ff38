// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Port: turns the exact received bytes of one item into a value. The store keeps bytes and asks this port to read them
// again, so that what a page shows and what a pull stored come from one reader. Implemented by remote's codecs.
// Stateless; any thread.

#include "alert.h"
#include "incident.h"
#include "result.h"

#include <QByteArray>

namespace domain {

class Decoder
{
public:
    virtual ~Decoder() = default;

    [[nodiscard]] virtual Result<Incident> incident(const QByteArray &item) const = 0;
    [[nodiscard]] virtual Result<Alert> alert(const QByteArray &item) const = 0;
};

// An item as it came: the value and its exact bytes.
template <class T>
struct Received {
    T value;
    QByteArray bytes;
};

// An item that could not be read. It is kept and counted, and it never stalls a feed.
struct PoisonItem {
    QString id; // as far as it can be told
    QByteArray bytes;
    Error error;
};

} // namespace domain
