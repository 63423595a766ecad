"""Certificates of servers on this machine, signed by an authority of the test's own."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

_Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Authority:
    """Signs certificates for names; its own lies in ``ca_file``."""

    home: Path
    key: _Key
    certificate: x509.Certificate

    @property
    def ca_file(self) -> Path:
        """What whoever trusts it is given."""
        return self.home / "ca.pem"

    def files_for(self, name: str) -> tuple[Path, Path]:
        """Certificate and key of a server of that name, as PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(name, key, self.certificate.subject, self.key, authority=False)
        held = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        certificate, secret = self.home / f"{name}.pem", self.home / f"{name}.key"
        certificate.write_bytes(made.public_bytes(Encoding.PEM))
        secret.write_bytes(held)
        return certificate, secret

    def tls_for(self, name: str) -> ssl.SSLContext:
        """How a server of that name speaks TLS."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*self.files_for(name))
        return context


def authority(home: Path) -> Authority:
    """A new one, that nobody trusts yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    itself = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Autorité d’essai")])
    made = Authority(home, key, _certificate("ca", key, itself, key, authority=True))
    made.ca_file.write_bytes(made.certificate.public_bytes(Encoding.PEM))
    return made


def _certificate(
    name: str, key: _Key, issuer: x509.Name, signs: _Key, *, authority: bool
) -> x509.Certificate:
    now = datetime.now(UTC)
    subject = issuer if authority else x509.Name([])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=not authority)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signs.public_key()), critical=False)
        .sign(signs, hashes.SHA256())
    )
