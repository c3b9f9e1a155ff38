// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reading.h"

#include "bench/measure.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace bench {

void load(models::QueueModel &queue)
{
    QEventLoop loop;
    QObject::connect(&queue, &models::QueueModel::loaded, &loop, &QEventLoop::quit);
    QObject::connect(&queue, &models::QueueModel::failed, &loop, [](const domain::Error &error) { giveUp(u"the queue cannot be read: "_s + error.detail); });
    queue.load();
    loop.exec();
}

domain::Filter filterFor(const QString &text)
{
    const auto parsed = domain::Filter::parse(text);
    const auto *filter = std::get_if<domain::Filter>(&parsed);
    if (!filter)
        giveUp(u"no filter: "_s + text);
    return *filter;
}

PlainTable::PlainTable(const QAbstractItemModel &source)
    : m_columns(source.columnCount())
{
    m_texts.reserve(qsizetype(source.rowCount()) * m_columns);
    for (int row = 0; row < source.rowCount(); ++row) {
        for (int column = 0; column < m_columns; ++column)
            m_texts.append(source.index(row, column).data().toString());
    }
}

int PlainTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_texts.size() / m_columns);
}

int PlainTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant PlainTable::data(const QModelIndex &index, int role) const
{
    return role == Qt::DisplayRole ? QVariant(m_texts.at(qsizetype(index.row()) * m_columns + index.column())) : QVariant();
}

} // namespace bench
