// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A Delivery as bytes: status line, headers, body, and the wrong ones where a fault asks for them. Pure; worker threads.

#include "simulator/handler.h"

namespace simulator {

struct WireAnswer {
    QByteArray bytes; // everything that goes out
    bool close = false; // and then the connection ends
};

[[nodiscard]] bool acceptsGzip(const Request &request);
[[nodiscard]] WireAnswer write(const Delivery &delivery, bool keepAlive, bool useGzip);

} // namespace simulator
