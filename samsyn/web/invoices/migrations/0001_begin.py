import django.db.models.deletion
import django.db.models.expressions
import samsyn.web.project.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("books", "0002_walls"),
        ("documents", "0002_walls"),
        ("matters", "0002_walls"),
        ("obligations", "0003_walls"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="organisations.organisation",
                    ),
                ),
                ("prefix", models.CharField(blank=True, default="", max_length=8)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "serie av fakturanummer",
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("invoice", "faktura"), ("credit", "kreditfaktura")], default="invoice", max_length=8
                    ),
                ),
                ("number", models.PositiveIntegerField(null=True)),
                (
                    "name",
                    models.CharField(blank=True, default="", help_text="The number with its prefix.", max_length=20),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                ("awaits", models.CharField(blank=True, default="", max_length=200)),
                (
                    "tax",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outside", "utanför mervärdesskatten"),
                            ("exempt", "undantaget från mervärdesskatt"),
                            ("taxed", "med mervärdesskatt"),
                        ],
                        default="",
                        max_length=8,
                    ),
                ),
                ("tax_rate", models.PositiveSmallIntegerField(null=True)),
                ("tax_reason", models.CharField(blank=True, default="", max_length=200)),
                ("includes_vat", models.BooleanField(null=True)),
                ("net_ore", models.BigIntegerField(default=0)),
                ("vat_ore", models.BigIntegerField(default=0)),
                ("total_ore", models.BigIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafted", "utkast"),
                            ("checked", "granskad"),
                            ("approved", "godkänd"),
                            ("sent", "sänd"),
                            ("discarded", "kastad"),
                        ],
                        default="drafted",
                        max_length=9,
                    ),
                ),
                ("issued", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("drafted_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("credited_at", models.DateTimeField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "credits",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credit_notes",
                        to="invoices.invoice",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="obligations.obligation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "faktura",
                "ordering": ["-drafted_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="InvoiceEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("drafted", "skrev ett utkast"),
                            ("changed", "ändrade"),
                            ("checked", "granskade"),
                            ("approved", "godkände"),
                            ("returned", "lämnade tillbaka till utkast"),
                            ("discarded", "kastade utkastet"),
                            ("sent", "sände fakturan"),
                            ("received", "bekräftade att fakturan har kommit"),
                            ("accepted", "godtog fakturan"),
                            ("disputed", "bestred fakturan"),
                            ("answered", "svarade"),
                            ("reminded", "påminde om betalning"),
                        ],
                        max_length=9,
                    ),
                ),
                ("on", models.DateField()),
                ("says", models.CharField(blank=True, default="", max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="invoices.invoice"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
            ],
            options={
                "verbose_name": "händelse med en faktura",
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="InvoiceFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("xml", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("judged", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                    ),
                ),
                (
                    "invoice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="file", to="invoices.invoice"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
            ],
            options={
                "verbose_name": "faktura som fil",
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("cost_line", models.CharField(blank=True, default="", max_length=60)),
                ("text", models.CharField(max_length=200)),
                ("quantity", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "unit",
                    models.CharField(
                        choices=[("C62", "st"), ("HUR", "timmar"), ("DAY", "dagar"), ("MON", "månader")],
                        default="C62",
                        max_length=3,
                    ),
                ),
                ("price_ore", models.BigIntegerField()),
                ("amount_ore", models.BigIntegerField()),
                (
                    "approval",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matters.matter"
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="invoices.invoice"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
            ],
            options={
                "verbose_name": "rad på en faktura",
                "ordering": ["invoice", "position"],
            },
        ),
        migrations.CreateModel(
            name="Ledger",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("series", models.CharField(max_length=8)),
                ("receivable", models.CharField(max_length=8)),
                ("income", models.CharField(max_length=8)),
                ("vat", models.CharField(blank=True, default="", max_length=8)),
                ("written_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "konton för fakturor",
            },
        ),
        migrations.CreateModel(
            name="LineVoucher",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vouchers", to="invoices.invoiceline"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="books.voucherrow"
                    ),
                ),
            ],
            options={
                "verbose_name": "verifikation bakom en fakturarad",
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("paid_on", models.DateField()),
                ("amount_ore", models.BigIntegerField()),
                ("says", models.CharField(blank=True, default="", max_length=200)),
                ("written_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_because", models.CharField(blank=True, default="", max_length=300)),
                (
                    "invoice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="invoices.invoice",
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="obligations.obligation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "betalning",
                "ordering": ["paid_on", "written_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="SellerDetails",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("valid_from", models.DateField()),
                ("name", models.CharField(help_text="The legal person, as it is registered.", max_length=200)),
                ("org_number", models.CharField(max_length=10)),
                (
                    "endpoint_scheme",
                    models.CharField(choices=[("0007", "0007"), ("0088", "0088")], default="0007", max_length=4),
                ),
                ("endpoint_id", models.CharField(blank=True, default="", max_length=13)),
                ("street", models.CharField(max_length=120)),
                ("postcode", models.CharField(max_length=10)),
                ("city", models.CharField(max_length=80)),
                ("written_at", models.DateTimeField()),
                (
                    "tax",
                    models.CharField(
                        choices=[
                            ("outside", "utanför mervärdesskatten"),
                            ("exempt", "undantaget från mervärdesskatt"),
                            ("taxed", "med mervärdesskatt"),
                        ],
                        max_length=8,
                    ),
                ),
                ("tax_rate", models.PositiveSmallIntegerField(null=True)),
                ("tax_reason", models.CharField(blank=True, default="", max_length=200)),
                ("includes_vat", models.BooleanField(null=True)),
                ("vat_number", models.CharField(blank=True, default="", max_length=14)),
                ("f_tax", models.BooleanField(default=False)),
                (
                    "paid_to",
                    models.CharField(choices=[("bankgiro", "bankgiro"), ("plusgiro", "plusgiro")], max_length=8),
                ),
                ("paid_to_number", models.CharField(max_length=8)),
                ("days_to_pay", models.PositiveSmallIntegerField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "säljarens uppgifter på fakturor",
                "ordering": ["-valid_from", "-written_at"],
            },
        ),
        migrations.CreateModel(
            name="BuyerDetails",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("valid_from", models.DateField()),
                ("name", models.CharField(help_text="The legal person, as it is registered.", max_length=200)),
                ("org_number", models.CharField(max_length=10)),
                (
                    "endpoint_scheme",
                    models.CharField(choices=[("0007", "0007"), ("0088", "0088")], default="0007", max_length=4),
                ),
                ("endpoint_id", models.CharField(blank=True, default="", max_length=13)),
                ("street", models.CharField(max_length=120)),
                ("postcode", models.CharField(max_length=10)),
                ("city", models.CharField(max_length=80)),
                ("written_at", models.DateTimeField()),
                ("buyer_reference", models.CharField(blank=True, default="", max_length=60)),
                ("order_reference", models.CharField(blank=True, default="", max_length=60)),
                ("recurring", models.CharField(blank=True, default="", max_length=60)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "köparens uppgifter på fakturor",
                "ordering": ["-valid_from", "-written_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("buyer_reference", ""), _negated=True),
                            models.Q(("order_reference", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_buyer_has_a_reference_or_an_order",
                        violation_error_message="Skriv er referens eller ett ordernummer (PEPPOL-EN16931-R003).",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="invoice",
            index=models.Index(fields=["partnership", "state"], name="invoices_of_a_partnership"),
        ),
        migrations.AddIndex(
            model_name="invoice",
            index=models.Index(fields=["credits"], name="invoices_credited"),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                fields=("organisation", "number"), name="an_invoice_number_is_given_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("credited_at", None), ("kind", "invoice"), models.Q(("state", "discarded"), _negated=True)
                ),
                fields=("obligation",),
                name="what_is_owed_is_invoiced_once",
                violation_error_message="Det finns redan en faktura för den delen av planen. Ladda om sidan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_by", models.F("checked_by")), _negated=True),
                name="an_invoice_is_approved_by_another_than_checked_it",
                violation_error_message="Någon annan än den som granskade godkänner fakturan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_at", None),
                        ("checked_at", None),
                        ("sent_at", None),
                        ("state__in", ["drafted", "discarded"]),
                    ),
                    models.Q(
                        ("approved_at", None), ("checked_at__isnull", False), ("sent_at", None), ("state", "checked")
                    ),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("checked_at__isnull", False),
                        ("sent_at", None),
                        ("state", "approved"),
                    ),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("checked_at__isnull", False),
                        ("sent_at__isnull", False),
                        ("state", "sent"),
                    ),
                    _connector="OR",
                ),
                name="an_invoice_stands_where_its_days_say",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["drafted", "checked", "discarded"]), ("number__isnull", False), _connector="OR"
                ),
                name="what_is_approved_has_its_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("state", "discarded"), _negated=True), ("number", None), _connector="OR"),
                name="what_has_a_number_is_not_thrown_away",
                violation_error_message="Fakturan har ett nummer och kan inte kastas. Rätta den och sänd den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("credits", None), ("kind", "invoice")),
                    models.Q(("credits__isnull", False), ("kind", "credit"), ("obligation", None)),
                    _connector="OR",
                ),
                name="a_credit_note_says_what_it_credits",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="an_invoice_is_for_some_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "total_ore",
                        django.db.models.expressions.CombinedExpression(models.F("net_ore"), "+", models.F("vat_ore")),
                    )
                ),
                name="an_invoice_is_the_sum_of_its_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("payer", models.F("organisation")), _negated=True), name="nobody_invoices_itself"
            ),
        ),
        migrations.AddIndex(
            model_name="invoiceevent",
            index=models.Index(fields=["invoice", "at"], name="invoices_events_in_order"),
        ),
        migrations.AddConstraint(
            model_name="invoiceevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind__in", ["sent", "received", "accepted"])),
                fields=("invoice", "kind"),
                name="an_invoice_is_sent_received_and_accepted_once",
                violation_error_message="Det är redan gjort. Ladda om sidan för att se läget.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["returned", "disputed", "answered"]), _negated=True),
                    models.Q(("says", ""), _negated=True),
                    _connector="OR",
                ),
                name="what_is_disputed_or_answered_is_said",
                violation_error_message="Skriv varför.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.UniqueConstraint(fields=("invoice", "position"), name="an_invoice_line_has_its_place"),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("price_ore__gte", 0)),
                name="a_price_is_never_below_zero",
                violation_error_message="Priset är aldrig under noll. Skriv antalet under noll i stället.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity", 0), _negated=True), name="an_invoice_line_is_of_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="an_invoice_line_says_what_it_is"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledger",
            constraint=models.UniqueConstraint(
                fields=("organisation", "partnership"), name="one_ledger_for_each_agreement"
            ),
        ),
        migrations.AddConstraint(
            model_name="linevoucher",
            constraint=models.UniqueConstraint(fields=("line", "row"), name="a_row_stands_behind_a_line_once"),
        ),
        migrations.AddIndex(
            model_name="payment",
            index=models.Index(fields=["partnership", "paid_on"], name="invoices_payments_by_day"),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_ore__gt", 0)),
                name="a_payment_is_of_something",
                violation_error_message="Skriv ett belopp som är större än noll.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("invoice__isnull", False), ("obligation__isnull", False), _connector="OR"),
                name="a_payment_is_for_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at", None), ("taken_back_because", "")),
                    models.Q(("taken_back_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_payment_is_taken_back_with_a_reason",
                violation_error_message="Skriv varför betalningen tas tillbaka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerdetails",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("includes_vat__isnull", False),
                        ("tax", "taxed"),
                        ("tax_rate__in", [25, 12, 6]),
                        ("tax_reason", ""),
                    ),
                    models.Q(
                        ("includes_vat", None),
                        ("tax__in", ["outside", "exempt"]),
                        ("tax_rate", None),
                        models.Q(("tax_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="vat_has_a_rate_or_a_reason",
                violation_error_message="Skriv momssatsen, eller skälet till att det inte är någon moms.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerdetails",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("tax", "outside"), _negated=True), ("vat_number", ""), _connector="OR"),
                name="outside_vat_has_no_vat_number",
                violation_error_message="Utanför mervärdesskatten får inget momsnummer stå på fakturan (BR-O-02). Lämna det tomt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sellerdetails",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("tax", "exempt"), _negated=True),
                    models.Q(("vat_number", ""), _negated=True),
                    ("f_tax", True),
                    _connector="OR",
                ),
                name="exempt_has_a_vat_number_or_f_tax",
                violation_error_message="Undantaget från moms kan bara sändas av den som har momsnummer eller är godkänd för F-skatt (BR-E-02). Skriv momsnumret, eller fråga parterna om det ska vara utanför mervärdesskatten.",
            ),
        ),
    ]
