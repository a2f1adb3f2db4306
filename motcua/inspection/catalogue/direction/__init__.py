"""Direction of the reform: plans, dialogues, communication, models, inspections, findings, satisfaction."""
