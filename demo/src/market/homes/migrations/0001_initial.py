from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import market.core.fields


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('accounts', '0001_initial'),
        ('companies', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Amenity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(db_index=True, max_length=60, unique=True)),
            ],
            options={
                'verbose_name_plural': 'amenities',
            },
        ),
        migrations.CreateModel(
            name='Property',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('rent', market.core.fields.PriceField(decimal_places=2, max_digits=10)),
                ('square_metres', models.PositiveIntegerField()),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='accounts.address')),
                ('amenities', models.ManyToManyField(blank=True, to='homes.amenity')),
                ('company', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='companies.company')),
                ('owner', market.core.fields.UserForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='%(app_label)s_%(class)ss', related_query_name='owned_%(class)s', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'properties',
                'ordering': ['-published_at', '-pk'],
                'get_latest_by': 'created_at',
                'abstract': False,
                'default_related_name': 'properties',
            },
        ),
        migrations.CreateModel(
            name='Flat',
            fields=[
                ('property_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='homes.property')),
                ('floor', models.SmallIntegerField(default=0)),
                ('has_lift', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-published_at', '-pk'],
                'get_latest_by': 'created_at',
                'abstract': False,
            },
            bases=('homes.property',),
        ),
        migrations.CreateModel(
            name='House',
            fields=[
                ('property_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='homes.property')),
                ('garden_metres', models.PositiveIntegerField(default=0)),
                ('garages', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['-published_at', '-pk'],
                'get_latest_by': 'created_at',
                'abstract': False,
            },
            bases=('homes.property',),
        ),
        migrations.CreateModel(
            name='Viewing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('property', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='viewings', to='homes.property')),
                ('visitor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='viewings', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at'],
                'get_latest_by': 'at',
            },
        ),
        migrations.CreateModel(
            name='Lease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leases', to='homes.property')),
                ('tenants', models.ManyToManyField(related_name='leases', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at'],
                'get_latest_by': 'created_at',
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='lease',
            constraint=models.UniqueConstraint(fields=('home', 'starts_on'), name='lease_home_start'),
        ),
        migrations.CreateModel(
            name='AvailableFlat',
            fields=[
            ],
            options={
                'ordering': ['rent'],
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('homes.flat',),
        ),
    ]
