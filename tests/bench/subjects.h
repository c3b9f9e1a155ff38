// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is measured. Each subject prints nothing and answers its comparisons. Main thread.

#include "bench/measure.h"
#include "bench/world.h"

namespace bench {

struct Order {
    QList<int> sizes; // incidents in the cache
    int rounds = 0;
    int pageItems = 0; // incidents whose pages `ingest` reads and `serve` asks for
};

[[nodiscard]] QList<Comparison> measureIngest(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measureQueue(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measureSearch(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measurePaint(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measureStart(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measureServing(const Order &order, Worlds &worlds);
[[nodiscard]] QList<Comparison> measureMemory(const Order &order, Worlds &worlds);

} // namespace bench
