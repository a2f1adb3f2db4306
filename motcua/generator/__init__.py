"""A synthetic province of any size: real procedures and units, invented records, planted faults and their truth."""

from motcua.generator.order import PERIODS as PERIODS
from motcua.generator.order import Order as Order
from motcua.generator.planting import Planted as Planted
from motcua.generator.run import Made as Made
from motcua.generator.run import generate as generate
from motcua.generator.run import small_world as small_world
from motcua.generator.writing import read_truth as read_truth
from motcua.generator.writing import truth_file as truth_file
