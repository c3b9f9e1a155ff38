// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "output.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace app {

void StandardOutput::out(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void StandardOutput::err(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

void StandardOutput::finish(ExitCode code)
{
    QCoreApplication::exit(int(code));
}

QByteArray table(const QStringList &header, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QString &title : header)
        widths.append(title.size());
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QString text;
    const auto append = [&](const QStringList &row) {
        for (qsizetype column = 0; column < row.size(); ++column)
            text += column + 1 < row.size() ? row[column].leftJustified(widths[column] + 2) : row[column];
        text += QLatin1Char('\n');
    };
    append(header);
    for (const QStringList &row : rows)
        append(row);
    return text.toUtf8();
}

QByteArray lines(const QJsonArray &array)
{
    return QJsonDocument(array).toJson();
}

QByteArray lines(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace app
