// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The body of a request, as a device that cannot be rewound: Qt Network then cannot send it a second time. Engine thread.

#include <QByteArray>
#include <QIODevice>

namespace remote {

class UploadDevice final : public QIODevice
{
    Q_OBJECT
public:
    explicit UploadDevice(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_next == m_body.size(); }
    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_next; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

    [[nodiscard]] bool wasTouched() const { return m_next > 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_next = 0;
};

} // namespace remote
