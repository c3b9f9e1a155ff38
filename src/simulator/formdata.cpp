// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/formdata.h"

#include <QUrl>

namespace simulator {

namespace {

QString decodePart(QByteArray part)
{
    return QUrl::fromPercentEncoding(part.replace('+', ' '));
}

} // namespace

FormData decodeForm(const QByteArray &encoded)
{
    FormData fields;
    for (const QByteArray &pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        if (equals < 0)
            fields.append({decodePart(pair), QString()});
        else
            fields.append({decodePart(pair.first(equals)), decodePart(pair.sliced(equals + 1))});
    }
    return fields;
}

QByteArray encodeForm(const FormData &fields)
{
    QByteArray encoded;
    for (const auto &[name, value] : fields) {
        if (!encoded.isEmpty())
            encoded += '&';
        encoded += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return encoded;
}

QString formValue(const FormData &fields, QStringView name)
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace simulator
