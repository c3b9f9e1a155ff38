// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "personaltable.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace store {

namespace {

constexpr qsizetype SaltWords = 8; // of 32 bits

QByteArray newSalt()
{
    std::array<quint32, SaltWords> words = {};
    QRandomGenerator::system()->fillRange(words.data(), SaltWords);
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

QString commitmentTo(const QByteArray &salt, const QString &value)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("casemate-personal-1"));
    hash.addData(salt);
    hash.addData(value.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

PersonalTable::PersonalTable(Connection &connection)
    : m_insert(connection, "INSERT INTO personal (decision, field, salt, value) VALUES (?1, ?2, ?3, ?4)")
    , m_all(connection, "SELECT field, value FROM personal WHERE decision = ?1 AND value IS NOT NULL")
    , m_one(connection, "SELECT salt, value FROM personal WHERE decision = ?1 AND field = ?2")
    , m_erase(connection, "UPDATE personal SET salt = NULL, value = NULL WHERE decision = ?1")
{
}

void PersonalTable::keep(qint64 decision, const QString &field, const QString &value, QJsonObject &commitments)
{
    if (value.isEmpty())
        return;
    const QByteArray salt = newSalt();
    m_insert.with(decision, field, salt, value).run();
    // What is read back is UTF-8: commit to that, a lone surrogate is gone by then.
    commitments.insert(field, commitmentTo(salt, QString::fromUtf8(value.toUtf8())));
}

QHash<QString, QString> PersonalTable::of(qint64 decision)
{
    QHash<QString, QString> values;
    for (m_all.with(decision); m_all.next();)
        values.insert(m_all.text(0), m_all.text(1));
    return values;
}

QString PersonalTable::value(qint64 decision, const QString &field)
{
    return m_one.with(decision, field).next() ? m_one.text(1) : QString();
}

void PersonalTable::erase(qint64 decision)
{
    m_erase.with(decision).run();
}

PersonalTable::Proof PersonalTable::prove(qint64 decision, const QString &field, const QString &commitment)
{
    if (!m_one.with(decision, field).next())
        return Proof::Wrong;
    if (m_one.isNull(0) && m_one.isNull(1))
        return Proof::Erased;
    return commitmentTo(m_one.bytes(0), m_one.text(1)) == commitment ? Proof::Proved : Proof::Wrong;
}

} // namespace store
