// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/exchange.h"

#include "simulator/formdata.h"

#include <QUrl>

#include <algorithm>

namespace simulator {

namespace {

template <typename Headers>
auto find(Headers &headers, QByteArrayView name)
{
    return std::find_if(headers.begin(), headers.end(),
                        [name](const Header &header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QByteArray Request::header(const char *name) const
{
    const auto found = find(headers, name);
    return found == headers.end() ? QByteArray() : found->value;
}

QString Request::parameter(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

bool Request::hasParameter(const QString &name) const
{
    return std::any_of(query.begin(), query.end(), [&name](const auto &pair) { return pair.first == name; });
}

void Request::setTarget(const QByteArray &encoded)
{
    target = encoded;
    const auto mark = target.indexOf('?');
    path = QUrl::fromPercentEncoding(mark < 0 ? target : target.first(mark));
    query = mark < 0 ? FormData() : decodeForm(target.sliced(mark + 1));
}

QByteArray Response::header(const char *name) const
{
    const auto found = find(headers, name);
    return found == headers.end() ? QByteArray() : found->value;
}

void Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    const auto found = find(headers, name);
    if (found == headers.end())
        headers.append({name, value});
    else
        found->value = value;
}

} // namespace simulator
