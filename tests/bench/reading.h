// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The models over a world, with what a question of them needs: waiting until the queue is read, and the same texts in a
// plain model for peers. Main thread.

#include "bench/world.h"

#include "models/queuemodel.h"
#include "remote/graphdecoder.h"
#include "store/readers.h"

#include <QAbstractTableModel>

namespace bench {

struct Reading {
    explicit Reading(const World &world)
        : decoder(world.tenant.tenantId)
        , readers(world.folder, decoder)
    {
    }

    domain::SystemClock clock;
    remote::GraphDecoder decoder;
    store::Readers readers;
};

// Asks the queue to read the cache, and waits.
void load(models::QueueModel &queue);
[[nodiscard]] domain::Filter filterFor(const QString &text);

// What a queue shows, as texts in an array: the model that costs nothing.
class PlainTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit PlainTable(const QAbstractItemModel &source);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_columns = 0;
    QStringList m_texts;
};

} // namespace bench
